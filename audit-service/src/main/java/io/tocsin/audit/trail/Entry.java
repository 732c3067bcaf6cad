package io.tocsin.audit.trail;

import java.time.Instant;
import java.util.UUID;

import io.tocsin.proof.merkle.Hash;

/**
 * An entry of the log, ready to be hashed and stored.
 *
 * @param person the made-up name of who did it
 * @param content canonical JSON: what is hashed
 * @param personal what the content commits to, encrypted
 */
record Entry(String organization, UUID id, String accountGroup, Instant date, UUID person, String content, Hash hash,
        String personal) {}
