package io.tocsin.notifier.smtp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The mail server which takes all mails and passes them on. */
@ConfigMapping(prefix = "tocsin.notifier.smtp")
public interface SmtpConfig {

    @WithDefault("localhost")
    String host();

    @WithDefault("587")
    @Positive
    @Max(65535)
    int port();

    /** {@code starttls} is required, not tried: a server which does not offer it gets no mail. */
    @WithDefault("starttls")
    Security security();

    enum Security {
        NONE, STARTTLS, TLS
    }

    /** The TLS configuration ({@code quarkus.tls.<name>.*}) with the certificates to trust; without it, those of the JVM. */
    Optional<String> tlsConfigurationName();

    Optional<String> user();

    Optional<String> password();

    /** A file which holds the password, such as a mounted secret; read anew for each connection, so that it may change. */
    Optional<Path> passwordFile();

    /** What we call ourselves in EHLO; without it, the name of this machine. */
    Optional<String> heloName();

    /** Connections, and therefore mails on their way at the same moment. */
    @WithDefault("8")
    @Positive
    int connections();

    /** How long an unused connection is kept open for the next mail. */
    @WithDefault("20s")
    Duration idle();

    /** Mails over one connection before it is closed; many servers limit it. */
    @WithDefault("100")
    @Positive
    int mailsPerConnection();

    @WithDefault("10s")
    Duration connectTimeout();

    /** How long one reply may take. Servers which scan mails before they answer need a minute and more. */
    @WithDefault("2m")
    Duration replyTimeout();
}
