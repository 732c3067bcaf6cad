package io.tocsin.audit.api.audit;

import java.util.List;
import java.util.UUID;

/** @param people the made-up names which now stand for nobody; empty when the log knew nothing of them */
record ErasureAnswer(List<UUID> people) {}
