/** What operators see of this service beside its metrics. */
package io.tocsin.alerts.ops;
