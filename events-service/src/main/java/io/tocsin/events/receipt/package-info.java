/** What the time of its receipt decides about an event: its two names, and when it may have happened. */
package io.tocsin.events.receipt;
