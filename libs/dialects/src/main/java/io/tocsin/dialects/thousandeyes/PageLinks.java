package io.tocsin.dialects.thousandeyes;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The {@code _links} of a page. It is never left out: the Java client reads it without a null check.
 *
 * @param next null on the last page
 * @param previous null on the first page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageLinks(HalLink self, HalLink next, HalLink previous) {

    public PageLinks {
        Objects.requireNonNull(self, "self");
    }
}
