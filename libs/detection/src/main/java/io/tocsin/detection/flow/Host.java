package io.tocsin.detection.flow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a test names as its target, without scheme, path and port. */
record Host(String name) {

    /** Second levels under which a country's domains are registered: {@code example.co.uk}. */
    private static final Set<String> REGISTRIES = Set.of("ac", "co", "com", "edu", "gov", "net", "or", "org");

    /** Of {@code https://www.example.com:443/x}, {@code www.example.com:443} or {@code [2001:db8::1]:443}. */
    static Optional<Host> of(String server) {
        if (server == null || server.isEmpty()) {
            return Optional.empty();
        }
        var host = server.replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://", "").replaceFirst("[/?#].*$", "");
        host = host.startsWith("[") ? host.replaceFirst("^\\[([^]]*)].*$", "$1") : host.replaceFirst("^([^:]*):\\d+$", "$1");
        return Optional.of(host.toLowerCase(Locale.ROOT)).filter(name -> !name.isBlank()).map(Host::new);
    }

    /** The domain somebody registered; empty of an address and of a bare name. */
    Optional<String> rootDomain() {
        var labels = name.split("\\.");
        if (labels.length < 2 || name.contains(":") || name.matches("[\\d.]+")) {
            return Optional.empty();
        }
        var top = labels[labels.length - 1];
        var length = top.length() == 2 && labels.length > 2 && REGISTRIES.contains(labels[labels.length - 2]) ? 3 : 2;
        return Optional.of(String.join(".", Arrays.copyOfRange(labels, labels.length - length, labels.length)));
    }
}
