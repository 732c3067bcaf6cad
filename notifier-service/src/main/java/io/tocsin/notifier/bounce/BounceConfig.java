package io.tocsin.notifier.bounce;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where mail servers report what they could not deliver. */
@ConfigMapping(prefix = "tocsin.notifier.bounces")
public interface BounceConfig {

    /**
     * A mailbox, such as {@code bounces@mail.example.org}: mails go out with {@code bounces+<token>@mail.example.org} as their return
     * path. Without it that is the address they come from, and nothing is learnt from reports.
     */
    Optional<String> address();

    /** What stands between the mailbox's name and the token; some mail servers use {@code -}. */
    @WithDefault("+")
    String separator();

    /**
     * What return addresses are signed with, any random text, the same in all replicas. Without it that is the service credential; with
     * another one, reports of mails sent before are not understood any more.
     */
    Optional<String> secret();

    /** A file which holds the secret, such as a mounted one; read at start. */
    Optional<Path> secretFile();
}
