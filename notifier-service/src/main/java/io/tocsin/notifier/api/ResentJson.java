package io.tocsin.notifier.api;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was resent at once. */
record ResentJson(
        @Schema(examples = "1") int resent,
        @Schema(description = "Whether there may be others, for another call.") boolean more,
        @Schema(description = "Their ids.") List<UUID> deliveries) {}
