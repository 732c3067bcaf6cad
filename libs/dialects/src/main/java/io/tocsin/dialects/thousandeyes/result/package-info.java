/**
 * Test results as ThousandEyes gives them out (wire/thousandeyes.md §7), read into Tocsin's own and written
 * from it: {@link io.tocsin.dialects.thousandeyes.result.TestResultsReader} and
 * {@link io.tocsin.dialects.thousandeyes.result.TestResultsWriter} are the front doors.
 */
package io.tocsin.dialects.thousandeyes.result;
