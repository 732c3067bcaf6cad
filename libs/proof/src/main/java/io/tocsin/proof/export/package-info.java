/**
 * An export of the log as NDJSON, and the check of it by whoever has the file and the key, and nothing else. Lines are, in this order:
 * the header with the signed head; then for each commit its link with the audit path to that head, and its entries with their audit
 * paths to the link's root. So every line proves itself, and a part of a log is proven as well as the whole.
 */
package io.tocsin.proof.export;
