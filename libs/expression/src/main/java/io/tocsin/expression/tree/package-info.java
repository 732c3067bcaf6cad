/** An expression as a typed tree, and the way back to its text. The tree knows no alert type; names are as they were written. */
package io.tocsin.expression.tree;
