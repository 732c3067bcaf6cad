/** What other services tell this one. */
package io.tocsin.audit.intake;
