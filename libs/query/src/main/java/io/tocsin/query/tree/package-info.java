/**
 * A search as a typed tree, and the way back to its text. The tree says what was asked; {@code io.tocsin.query.meaning} says
 * what that means for an event.
 */
package io.tocsin.query.tree;
