/** What it costs to chain the audit log. */
package io.tocsin.benchmarks.audit;
