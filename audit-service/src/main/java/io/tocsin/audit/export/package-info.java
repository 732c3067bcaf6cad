/** The log as a file which proves itself: {@link io.tocsin.audit.export.Export} writes what {@code ./tocsin audit verify} reads. */
package io.tocsin.audit.export;
