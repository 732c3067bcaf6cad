/**
 * Secrets which callers give and never get back: by reference to what whoever runs Tocsin mounted, or sealed in the database.
 * {@link io.tocsin.notifier.secret.Secrets} is the front door.
 */
package io.tocsin.notifier.secret;
