/** ThousandEyes' API of connectors and webhook operations, version 7, for its clients; see docs/webhooks.md. */
package io.tocsin.notifier.api.thousandeyes;
