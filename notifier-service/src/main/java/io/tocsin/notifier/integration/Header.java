package io.tocsin.notifier.integration;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.notifier.secret.Secrets;

/** A header of a call. Of an operation's the value is a template. */
@RegisterForReflection
public record Header(
        @NotNull @Size(max = 100) @jakarta.validation.constraints.Pattern(regexp = "[!#$%&'*+.^_`|~0-9A-Za-z-]+", message = "is no name of a header") String name,
        @NotNull @Size(max = 4_000) @jakarta.validation.constraints.Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not contain control characters") String value) {

    /** They say how the message travels, or who sent it. */
    private static final Set<String> OURS = Set.of("host", "content-length", "transfer-encoding", "connection", "keep-alive",
            "upgrade", "te", "trailer", "expect", "http2-settings", "proxy-authorization", "proxy-connection", "webhook-id",
            "webhook-timestamp", "webhook-signature", "traceparent", "tracestate");

    private static final Pattern SECRET = Pattern.compile(
            "(?i).*(authorization|token|key|secret|password|cookie|credential).*");

    /** Nobody else may set it. */
    @JsonIgnore
    boolean isOurs() { return name != null && OURS.contains(name.toLowerCase(Locale.ROOT)); }

    /** Its value is not for everybody's eyes. */
    private boolean isSecret() { return SECRET.matcher(name).matches(); }

    /** Whether its value is a secret, in its kept form or as it came; a template is none. */
    @JsonIgnore
    public boolean holdsSecret() {
        return isSecret() && !value.contains("{{") || Secrets.isReference(value);
    }

    public Header with(String other) {
        return new Header(name, other);
    }
}
