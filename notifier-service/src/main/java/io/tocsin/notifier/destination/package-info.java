/**
 * Where webhooks may go: a URL of somebody's must not make this service talk to what only it can reach (server-side request forgery).
 * {@link io.tocsin.notifier.destination.Destinations} is the front door.
 */
package io.tocsin.notifier.destination;
