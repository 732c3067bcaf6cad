/** A service as it is shipped: packaged for the JVM, as an executable, or as what {@code native-image} would make one of. */
package io.tocsin.test.packaged;
