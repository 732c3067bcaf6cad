package io.tocsin.notifier.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Queue;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPTransport;

import io.tocsin.notifier.delivery.Reply;
import io.tocsin.notifier.delivery.Stage;

/**
 * One connection, over which mails go one after another. It notes how far each came and the first reply to each command: the library
 * sends RSET after a refusal, and when that fails it would hide the refusal itself.
 */
final class Conversation extends SMTPTransport {

    private static final int OK = 250;
    private static final int GO_AHEAD = 354;

    /** Commands which were sent and whose replies have not been read yet (RFC 2920): the envelope and DATA go out in one round trip. */
    private final Queue<Stage> owed = new ArrayDeque<>();
    private boolean ahead;
    private Stage stage = Stage.CONNECT;
    private Reply heard;
    private int mails;
    private long lastUsed;

    Conversation(Session session, URLName server) {
        super(session, server);
    }

    /** Fails with {@link Broken} at every stage. */
    void open(String user, String password) throws Broken {
        begin(Stage.CONNECT);
        try {
            connect(user, password);
        } catch (AuthenticationFailedException e) {
            stage = Stage.LOGIN;
            throw broken(e);
        } catch (MessagingException e) {
            throw broken(e);
        }
    }

    /** The reply to the content. Fails with {@link Broken}; {@link #isReusable} then tells whether the connection is still good. */
    Reply send(MimeMessage mail) throws Broken {
        begin(Stage.MAIL);
        ahead = false;
        owed.clear();
        mails++;
        try {
            sendMessage(mail, mail.getAllRecipients());
            return heard;
        } catch (MessagingException e) {
            throw broken(e);
        }
    }

    int mails() {
        return mails;
    }

    /** After an accepted mail, and after a recipient who was refused (RFC 5321 §3.3: nothing but this recipient is lost). */
    boolean isReusable() {
        return heard != null && !heard.isShuttingDown() && (stage == Stage.CONTENT || stage == Stage.RCPT) && isOpen();
    }

    /** What the library knows by itself; its {@code isConnected} would ask the server. */
    private synchronized boolean isOpen() {
        try {
            checkConnected();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    void usedAt(long nanos) {
        lastUsed = nanos;
    }

    long lastUsed() {
        return lastUsed;
    }

    /** Says QUIT and does not wait for the answer. */
    void hangUp() {
        try {
            close();
        } catch (MessagingException e) {
            // the server was faster
        }
    }

    @Override
    protected void mailFrom() throws MessagingException {
        begin(Stage.MAIL);
        ahead = supportsExtension("PIPELINING");
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        begin(Stage.RCPT);
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        begin(Stage.DATA);
        ahead = false;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        begin(Stage.CONTENT);
        super.finishData();
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        if (ahead) {
            owed.add(stage);
            return OK;
        }
        return owed.isEmpty() ? read() : readOwed();
    }

    /**
     * The replies to the envelope and the one to DATA. What counts is the first refusal; the server which wants the content all the same
     * gets an empty one, for nobody (RFC 2920 §3.1).
     */
    private int readOwed() throws MessagingException {
        var refused = 0;
        while (!owed.isEmpty()) {
            stage = owed.peek();
            heard = null;
            refused = read();
            if (refused / 100 != OK / 100) {
                return skipRest(refused);
            }
            owed.remove();
        }
        begin(Stage.DATA);
        return read();
    }

    private int skipRest(int refused) throws MessagingException {
        var others = owed.size() - 1;
        owed.clear();
        if (refused < 0 || heard.isShuttingDown()) {
            return refused;
        }
        for (var other = 0; other < others; other++) {
            super.readServerResponse();
        }
        if (super.readServerResponse() == GO_AHEAD) {
            sendCommand(".");
            super.readServerResponse();
        }
        return refused;
    }

    private int read() throws MessagingException {
        var code = super.readServerResponse();
        if (code > 0 && (heard == null || stage == Stage.CONNECT)) {
            heard = Reply.of(code, getLastServerResponse());
        }
        return code;
    }

    private void begin(Stage next) {
        stage = next;
        heard = null;
    }

    private Broken broken(MessagingException failure) {
        stage = owed.isEmpty() ? stage : owed.peek();
        if (heard != null && heard.code() >= 400) {
            return new Broken(stage, heard, heard.isPermanent());
        }
        var lost = Broken.lost(stage, failure, heard != null);
        heard = null;
        return lost;
    }
}
