/** The notifier's own API: JSON in lower camel case with links, errors as problem details. */
package io.tocsin.notifier.api;
