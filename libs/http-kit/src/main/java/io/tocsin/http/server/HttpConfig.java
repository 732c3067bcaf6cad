package io.tocsin.http.server;

import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the API meets clients. */
@ConfigMapping(prefix = "tocsin.http")
public interface HttpConfig {

    /** Beginnings of the paths which answer JSON whatever {@code Accept} says, as their vendors do; never 406. */
    @WithDefault("/v7/,/api/,/e/,/platform/,/notifications")
    List<String> jsonOnlyPaths();

    /** Addresses and CIDR blocks of the proxies whose {@code X-Forwarded-For} is believed. */
    @WithDefault("127.0.0.0/8,::1")
    List<String> trustedProxies();
}
