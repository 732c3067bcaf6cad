package io.tocsin.notifier.suppression;

import java.util.Optional;

/** Which entries are looked for. */
public record SuppressionFilter(String organization, Optional<String> address, Optional<String> ruleId,
        Optional<SuppressionReason> reason) {}
