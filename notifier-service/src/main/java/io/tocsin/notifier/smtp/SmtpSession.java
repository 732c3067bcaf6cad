package io.tocsin.notifier.smtp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;

import jakarta.mail.Session;
import jakarta.mail.URLName;

import io.tocsin.notifier.delivery.Reply;
import io.tocsin.notifier.delivery.Stage;

import javax.net.ssl.SSLContext;

/** The settings of {@link SmtpConfig} in the words of Angus Mail, and new connections made with them. */
final class SmtpSession {

    private final SmtpConfig config;
    private final Session session;

    /**
     * @param trust null for the certificates of the JVM
     * @param timer guards writes; without one, the library would start a thread for each connection
     */
    SmtpSession(SmtpConfig config, SSLContext trust, ScheduledExecutorService timer) {
        this.config = config;
        var settings = new Properties();
        timeouts(settings, timer);
        settings.put("mail.smtp.socketFactory", new EagerSockets(new WriteGuard(timer, config.replyTimeout())));
        settings.put("mail.smtp.socketFactory.fallback", "false");
        security(settings, trust);
        settings.put("mail.smtp.auth", Boolean.toString(config.user().isPresent()));
        settings.put("mail.smtp.quitwait", "false");
        config.heloName().ifPresent(name -> settings.put("mail.smtp.localhost", name));
        session = Session.getInstance(settings);
    }

    Conversation open() throws Broken {
        var conversation = new Conversation(session, new URLName("smtp", config.host(), config.port(), null, null, null));
        conversation.open(config.user().orElse(null), password());
        return conversation;
    }

    Session session() {
        return session;
    }

    private void timeouts(Properties settings, ScheduledExecutorService timer) {
        settings.put("mail.smtp.connectiontimeout", millis(config.connectTimeout()));
        settings.put("mail.smtp.timeout", millis(config.replyTimeout()));
        settings.put("mail.smtp.writetimeout", millis(config.replyTimeout()));
        settings.put("mail.smtp.executor.writetimeout", timer);
    }

    private void security(Properties settings, SSLContext trust) {
        switch (config.security()) {
            case NONE -> settings.put("mail.smtp.starttls.enable", "false");
            case STARTTLS -> {
                settings.put("mail.smtp.starttls.enable", "true");
                settings.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> settings.put("mail.smtp.ssl.enable", "true");
        }
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        if (trust != null) {
            settings.put("mail.smtp.ssl.socketFactory", trust.getSocketFactory());
        }
    }

    private String password() throws Broken {
        if (config.passwordFile().isEmpty()) {
            return config.password().orElse(null);
        }
        return read(config.passwordFile().get());
    }

    private static String read(Path file) throws Broken {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Broken(Stage.LOGIN, Reply.none("the password file " + file + " cannot be read: " + e), true);
        }
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}
