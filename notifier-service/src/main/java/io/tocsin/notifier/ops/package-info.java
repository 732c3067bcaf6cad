/** What operators see of this service. */
package io.tocsin.notifier.ops;
