/** That one entry is in the log, and that the log of today begins with that of earlier. */
package io.tocsin.audit.proof;
