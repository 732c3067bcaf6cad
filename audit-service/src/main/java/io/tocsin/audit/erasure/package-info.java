/** The right to be forgotten, in a log which cannot be edited. */
package io.tocsin.audit.erasure;
