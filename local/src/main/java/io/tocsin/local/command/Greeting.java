package io.tocsin.local.command;

import io.tocsin.local.Platform;
import io.tocsin.local.TryIt;

/** What a person reads when everything is up: where it is, how to get in, and what to try first. */
final class Greeting {

    private Greeting() {}

    static String of(Platform platform) {
        var mailbox = platform.mailbox().map(box -> "  Mailbox  " + box.url() + "\n").orElse("");
        return """

                Tocsin is up: %s

                  Key      %s
                %s  Logs     %s/logs

                Try it: a rule that writes to you, an event that it matches%s.

                %s
                Ctrl-C stops everything; the data stays.""".formatted(
                platform.url(),
                platform.key().value(),
                mailbox,
                platform.data().path(),
                platform.mailbox().isPresent() ? ", and the mail in the mailbox" : "",
                TryIt.lines(platform.data().envFile()).indent(2));
    }
}
