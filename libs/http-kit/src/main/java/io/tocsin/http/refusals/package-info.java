/**
 * Credentials which are refused too often are told to the audit log: somebody tries keys, or forgot to replace one. How often is too
 * often, and how many entries that can make at most, says {@link io.tocsin.http.refusals.RefusalsConfig}; docs/audit.md tells
 * auditors.
 */
package io.tocsin.http.refusals;
