package io.tocsin.audit.api.audit;

import java.time.Instant;

import io.tocsin.audit.head.SignedHead;

/** A signed head in JSON; the note is what is worth keeping. */
record HeadAnswer(long size, long entries, String root, Instant signedAt, String keyId, String note) {

    static HeadAnswer of(SignedHead head) {
        return new HeadAnswer(head.size(), head.entries(), head.root().toString(), head.signedAt(), head.keyId(), head.note());
    }
}
