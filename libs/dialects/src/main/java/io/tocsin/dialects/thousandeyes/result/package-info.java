/**
 * Test results as ThousandEyes gives them out (wire/thousandeyes.md §7), read into Tocsin's own.
 * {@link io.tocsin.dialects.thousandeyes.result.TestResultsReader} is the front door.
 */
package io.tocsin.dialects.thousandeyes.result;
