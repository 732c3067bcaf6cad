package io.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The page behind the front door. It never shows the key: everybody on this machine can open it. */
final class Welcome {

    private Welcome() {}

    static String html(String url, String mailboxUrl, Path env) {
        return template()
                .replace("{{url}}", escaped(url))
                .replace("{{mailbox}}", mailboxUrl.isEmpty() ? "" : mailbox(escaped(mailboxUrl)))
                .replace("{{try}}", escaped(TryIt.lines(env)));
    }

    private static String mailbox(String url) {
        return "<a class=\"button\" href=\"" + url + "\">Open the mailbox</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String template() {
        try (var resource = Welcome.class.getResourceAsStream("/welcome.html")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
