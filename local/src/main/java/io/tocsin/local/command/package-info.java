/** The words that people type after {@code ./tocsin}. */
package io.tocsin.local.command;
