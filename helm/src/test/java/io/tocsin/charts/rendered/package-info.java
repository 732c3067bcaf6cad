/** Charts through the Helm engine, and the objects which come out of it. */
package io.tocsin.charts.rendered;
