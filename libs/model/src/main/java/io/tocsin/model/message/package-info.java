/**
 * The messages which travel through an outbox from one service to the next. A record here is a contract between releases: a
 * component may be added, never renamed or given another meaning.
 */
package io.tocsin.model.message;
