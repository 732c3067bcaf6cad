/** What every benchmark stands on: a system of its own, the places where it is looked at, and the report. */
package io.tocsin.benchmarks.workbench;
