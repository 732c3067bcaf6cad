package io.tocsin.e2e.domain;

import java.util.UUID;

/** Names which no other story uses, so that stories share a system and never meet. */
public final class Names {

    private Names() {}

    /** Such as {@code disk-4f3a9c21}. */
    public static String unique(String word) {
        return word + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Such as {@code 4839201744}: an id of ThousandEyes, which its version 6 can tell as well. */
    public static String uniqueId() {
        return Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 20);
    }

    public static String address(String name) {
        return name + "@oncall.example";
    }
}
