package io.tocsin.model.result;

import io.tocsin.model.StorableText;

/**
 * Which of a test's several targets a result is about, every part null where the test has but one. A rule has an alert of its own
 * for each server of a DNS test and each prefix of a BGP test.
 *
 * @param server the name server of a DNS server test
 * @param prefix of a BGP test: {@code 203.0.113.0/24}
 * @param direction of tests between agents, and of path traces
 */
public record ResultTarget(String serverId, String server, String prefixId, String prefix, Direction direction) {

    /** The test as a whole. */
    public static final ResultTarget WHOLE_TEST = new ResultTarget(null, null, null, null, null);

    public ResultTarget {
        serverId = StorableText.of(serverId);
        server = StorableText.of(server);
        prefixId = StorableText.of(prefixId);
        prefix = StorableText.of(prefix);
    }

    public static ResultTarget ofServer(String serverId, String server) {
        return new ResultTarget(serverId, server, null, null, null);
    }

    public static ResultTarget ofPrefix(String prefixId, String prefix) {
        return new ResultTarget(null, null, prefixId, prefix, null);
    }

    public static ResultTarget of(Direction direction) {
        return new ResultTarget(null, null, null, null, direction);
    }
}
