package io.tocsin.http.server;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The URL under which people and clients reach Tocsin from outside; every absolute link begins with it. */
@Singleton
public class PublicUrl {

    private final String base;

    public PublicUrl(@ConfigProperty(name = "tocsin.public-url") String base) {
        this.base = base.replaceFirst("/+$", "");
    }

    /** @param path with its leading slash, such as {@code /v7/alerts/rules/12} */
    public String of(String path) {
        return base + path;
    }
}
