package io.tocsin.audit.head;

import java.time.Instant;

/** @param pem X.509 */
public record PublicKeyOfLog(String keyId, String pem, Instant firstUsedAt) {}
