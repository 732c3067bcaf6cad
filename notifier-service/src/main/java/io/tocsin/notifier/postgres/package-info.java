/** How this service asks its database. */
package io.tocsin.notifier.postgres;
