package io.tocsin.audit.head;

import java.time.Instant;

import io.tocsin.proof.merkle.Hash;

/**
 * A head as it was signed.
 *
 * @param size how many commits it covers
 * @param entries how many entries these have
 * @param note what an auditor keeps
 */
public record SignedHead(String organization, long size, long entries, Hash root, Instant signedAt, String keyId,
        String note) {}
