/**
 * The published language of Tocsin: what an event, a user and an account group are, whatever dialect they arrived in. Nothing
 * here knows a framework, a vendor or a table, so that every other module can depend on it.
 */
package io.tocsin.model;
