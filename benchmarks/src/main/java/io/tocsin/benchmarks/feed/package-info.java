/** Many listeners to the live feed of one replica. */
package io.tocsin.benchmarks.feed;
