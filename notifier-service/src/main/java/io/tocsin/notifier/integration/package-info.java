/**
 * What an account group tells besides people, in the words of ThousandEyes: connectors, which are places, and webhook operations, which
 * are payloads for connectors. {@link io.tocsin.notifier.integration.IntegrationBook} is the front door for people,
 * {@link io.tocsin.notifier.integration.Integrations} for deliveries.
 */
package io.tocsin.notifier.integration;
