package io.tocsin.notifier.delivery;

import java.util.Optional;

import io.smallrye.mutiny.Uni;

/**
 * One way by which deliveries reach people. Every bean of this type gets deliveries of its channel, as many at a time as it has
 * connections; its failures pause its own channel and no other.
 */
public interface Transport {

    /** The word in the deliveries' column {@code channel}. */
    String channel();

    /** Where it hands deliveries to, for people, such as {@code mail.example.org:587}; empty where each recipient is an address. */
    Optional<String> relay();

    /** How many deliveries it sends at the same moment; does not change. */
    int connections();

    /** How many of them to one domain, unless a setting says another number. */
    default int connectionsPerDomain() {
        return Math.max(1, connections() * 3 / 4);
    }

    /** Whether several deliveries to one recipient may go together: {@link Claimed#led} then says how many go with one. */
    default boolean gathers() {
        return false;
    }

    /** Makes one attempt. A failure of the {@code Uni} is taken for one of ours, and the delivery is tried again. */
    Uni<Outcome> send(Claimed delivery);
}
