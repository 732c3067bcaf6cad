/** What is written from the comments of {@code values.yaml}: schemas and READMEs. */
package io.tocsin.charts.values;
