/** Test results, the tests and the agents they tell of: each result is committed together with its announcement. */
package io.tocsin.events.result;
