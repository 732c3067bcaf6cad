package io.tocsin.test;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.awaitility.Awaitility;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/**
 * A real SMTP server on a free port of the loopback interface. It keeps the mails which it accepts, and can be told to refuse,
 * hang up or stall at every stage of the conversation ({@link #on}).
 */
public final class SmtpServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SmtpScript script = new SmtpScript();
    private final List<ReceivedMail> mails = new CopyOnWriteArrayList<>();
    private final AtomicLong queued = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final SMTPServer server;
    private volatile Optional<Login> login = Optional.empty();

    private record Login(String user, String password) {}

    private SmtpServer(SMTPServer.Builder settings) {
        server = settings.bindAddress(InetAddress.getLoopbackAddress())
                .hostName("smtp.test")
                .insertReceivedHeaders(false)
                .messageHandlerFactory(context -> new SmtpConversation(this, (Session) context))
                .sessionHandler(new SmtpGreeter(this))
                .build();
        server.getCommandHandler().addCommand(new SmtpDataCommand(server.getCommandHandler().getCommand("DATA")));
        server.start();
    }

    /** A server which takes mail from everybody, in clear text. */
    public static SmtpServer start() {
        return new SmtpServer(SMTPServer.port(0));
    }

    /** The same on this port, to come back where another has gone. */
    public static SmtpServer start(int port) {
        return new SmtpServer(SMTPServer.port(port));
    }

    /** A server which offers STARTTLS with this certificate, and takes no mail without it. */
    public static SmtpServer startWithStartTls(TestCertificate certificate) {
        return new SmtpServer(SMTPServer.port(0)
                .startTlsSocketFactory(certificate.serverContext())
                .requireTLS());
    }

    /** A server which speaks TLS from the first byte. */
    public static SmtpServer startWithTls(TestCertificate certificate) {
        return new SmtpServer(SMTPServer.port(0)
                .serverSocketFactory(certificate.serverContext()));
    }

    /** A server which takes mail after this login only; {@link #accept} changes it. */
    public static SmtpServer startWithLogin(String user, String password) {
        var holder = new SmtpServer[1];
        holder[0] = new SmtpServer(SMTPServer.port(0)
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(
                        (name, secret, context) -> holder[0].check(name, secret))));
        holder[0].accept(user, password);
        return holder[0];
    }

    public String host() {
        return "localhost";
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** From now on this is the only good login. */
    public void accept(String user, String password) {
        login = Optional.of(new Login(user, password));
    }

    /** Begins the description of a fault; it acts once its last word is said. */
    public SmtpFault on(SmtpStage stage) {
        return new SmtpFault(script, stage);
    }

    /** Forgets all faults. */
    public void behave() {
        script.clear();
    }

    /** Forgets all mails and faults. */
    public void reset() {
        behave();
        mails.clear();
        connections.set(0);
    }

    /** How many connections were opened since the start or the last reset. */
    public int connections() {
        return connections.get();
    }

    /** How many connections are open now. */
    public int openConnections() {
        return open.get();
    }

    /** All mails kept so far, oldest first. */
    public List<ReceivedMail> mails() {
        return List.copyOf(mails);
    }

    public List<ReceivedMail> mailsTo(String recipient) {
        return mails.stream()
                .filter(mail -> mail.recipients().contains(recipient))
                .toList();
    }

    /** Waits until at least so many mails have come, and returns all. */
    public List<ReceivedMail> awaitMails(int count) {
        Awaitility.await("mails received")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(mails::size, size -> size >= count);
        return mails();
    }

    /** Waits until at least so many mails have come to this recipient, and returns them. */
    public List<ReceivedMail> awaitMailsTo(String recipient, int count) {
        Awaitility.await("mails to " + recipient)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> mailsTo(recipient).size(), size -> size >= count);
        return mailsTo(recipient);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop();
    }

    void connectionBegan() {
        connections.incrementAndGet();
        open.incrementAndGet();
    }

    void connectionEnded() {
        open.decrementAndGet();
    }

    SmtpScript script() {
        return script;
    }

    /** Keeps the mail and names its place in the queue. */
    String keep(ReceivedMail mail) {
        mails.add(mail);
        return "T" + queued.incrementAndGet();
    }

    void stall(Duration pause) {
        try {
            closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(String user, String password) throws LoginFailedException {
        if (!login.equals(Optional.of(new Login(user, password)))) {
            throw new LoginFailedException();
        }
    }
}
