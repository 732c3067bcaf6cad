package io.tocsin.notifier.delivery;

import java.util.Map;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;

/**
 * How much one domain may be asked to take, such as {@code tocsin.notifier.domains.of."example.org".mails-per-minute=60}. A domain is
 * what follows the @ of an address, or the host of a URL. All of it holds for each replica by itself.
 */
@ConfigMapping(prefix = "tocsin.notifier.domains")
public interface DomainConfig {

    /** Deliveries on their way to one domain at the same moment; without it three quarters of the connections of mails, four of webhooks. */
    OptionalInt connections();

    /** Deliveries which begin within a minute, to one domain; without it as many as there are. */
    OptionalInt mailsPerMinute();

    /** Domains with limits of their own. */
    Map<String, Limits> of();

    interface Limits {

        OptionalInt connections();

        OptionalInt mailsPerMinute();
    }
}
