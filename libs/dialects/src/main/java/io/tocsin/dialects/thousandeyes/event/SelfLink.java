package io.tocsin.dialects.thousandeyes.event;

import io.tocsin.dialects.thousandeyes.HalLink;

/** The {@code _links} of what links to nothing but itself. */
public record SelfLink(HalLink self) {

    public static SelfLink to(String url) {
        return new SelfLink(new HalLink(url));
    }
}
