package io.tocsin.notifier.smtp;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import io.quarkus.logging.Log;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.tocsin.notifier.delivery.Outcome;

import javax.net.ssl.SSLContext;

/** The way to the mail server: a few connections, each used for mail after mail while there are some. Blocks. */
@ApplicationScoped
public class SmtpRelay {

    private final SmtpConfig config;
    private final Connections connections;
    private final SmtpSession session;
    private final ScheduledExecutorService timer = timer();

    @Inject
    SmtpRelay(SmtpConfig config, TlsConfigurationRegistry tls) {
        this(config, trust(config, tls));
    }

    SmtpRelay(SmtpConfig config, SSLContext trust) {
        this.config = config;
        this.connections = new Connections(config.idle(), config.mailsPerConnection());
        this.session = new SmtpSession(config, trust, timer);
        var seconds = Math.max(1, config.idle().toSeconds() / 2);
        timer.scheduleWithFixedDelay(connections::closeIdle, seconds, seconds, TimeUnit.SECONDS);
        if (config.user().isPresent() && config.security() == SmtpConfig.Security.NONE) {
            Log.warn("smtp: the password goes to the mail server in clear text;"
                    + " set tocsin.notifier.smtp.security to starttls or tls");
        }
    }

    /** What mails are made with. */
    public Session session() {
        return session.session();
    }

    /** How many mails may be on their way at the same moment; what blocks in {@link #send} should be no more. */
    public int connections() {
        return config.connections();
    }

    /** Where mails are handed to, for people. */
    public String address() {
        return config.host() + ":" + config.port();
    }

    /**
     * Hands over one mail to all its recipients, and never throws: what went wrong is the outcome. A connection which the server had
     * closed while it waited is replaced by a fresh one; then nothing of the mail had been said.
     */
    public Outcome send(MimeMessage mail) {
        var waiting = connections.take();
        try {
            return waiting == null ? sendOver(session.open(), mail) : sendOverUsed(waiting, mail);
        } catch (Broken e) {
            return e.outcome();
        }
    }

    private Outcome sendOverUsed(Conversation used, MimeMessage mail) throws Broken {
        try {
            return sendOver(used, mail);
        } catch (Broken e) {
            if (!e.isStale()) {
                throw e;
            }
            return sendOver(session.open(), mail);
        }
    }

    private Outcome sendOver(Conversation conversation, MimeMessage mail) throws Broken {
        try {
            return new Outcome.Delivered(conversation.send(mail));
        } finally {
            connections.giveBack(conversation);
        }
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
        connections.closeAll();
    }

    private static SSLContext trust(SmtpConfig config, TlsConfigurationRegistry registry) {
        return config.tlsConfigurationName()
                .map(name -> TlsConfiguration.from(registry, config.tlsConfigurationName()).orElseThrow())
                .map(tls -> unchecked(tls::createSSLContext))
                .orElse(null);
    }

    private static <T> T unchecked(Callable<T> action) {
        try {
            return action.call();
        } catch (Exception e) {
            throw new IllegalStateException("the TLS configuration of the mail server cannot be used", e);
        }
    }

    /** Every write has an alarm, and nearly none rings: kept until its time, those of some minutes would fill the heap. */
    private static ScheduledExecutorService timer() {
        var timer = new ScheduledThreadPoolExecutor(1, SmtpRelay::daemon);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "smtp-timer");
        thread.setDaemon(true);
        return thread;
    }
}
