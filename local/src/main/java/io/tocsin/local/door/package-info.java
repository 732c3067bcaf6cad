/** One front door for the four services: it routes, forwards and balances like the ingress of a cluster. */
package io.tocsin.local.door;
