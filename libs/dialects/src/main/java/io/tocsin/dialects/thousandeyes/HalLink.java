package io.tocsin.dialects.thousandeyes;

import java.util.Objects;

/** A HAL link; of its many members ThousandEyes' clients need only this one. */
public record HalLink(String href) {

    public HalLink {
        Objects.requireNonNull(href, "href");
    }
}
