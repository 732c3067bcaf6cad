/** What single operations on the hot paths cost, by JMH. {@code ./benchmarks/run micro} runs them. */
package io.tocsin.benchmarks.micro;
