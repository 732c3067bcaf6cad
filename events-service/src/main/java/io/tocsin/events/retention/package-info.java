/** How long events are kept: each organization has a class, each class an age, and what is older goes by the partition. */
package io.tocsin.events.retention;
