package io.tocsin.local.mailbox;

import java.util.List;

/**
 * What stands in a mail.
 *
 * @param text the text alternative, null when there is none
 * @param html the HTML alternative, null when there is none
 * @param attachments their file names
 */
public record MailContent(List<Header> headers, String text, String html, List<String> attachments) {

    public record Header(String name, String value) {}

    /** The first header of this name, null when there is none. */
    public String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse(null);
    }
}
