/** Whether an expression holds of a test result, and what made it so. */
package io.tocsin.expression.evaluate;
