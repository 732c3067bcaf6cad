package io.tocsin.notifier.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPTransport;

import io.tocsin.notifier.delivery.Outcome;
import io.tocsin.notifier.delivery.Reply;
import io.tocsin.notifier.delivery.Stage;

import javax.net.ssl.SSLException;

/**
 * One connection, over which mails go one after another. It notes how far each came and the first reply to each command: the library
 * sends RSET after a refusal, and when that fails it would hide the refusal itself.
 */
final class Conversation extends SMTPTransport {

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
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        begin(Stage.CONTENT);
        super.finishData();
    }

    @Override
    protected int readServerResponse() throws MessagingException {
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
        if (heard != null && heard.code() >= 400) {
            return new Broken(stage, heard, heard.isPermanent());
        }
        var root = rootOf(failure);
        var needsOperator = root instanceof SSLException || heard != null && !(root instanceof IOException);
        heard = null;
        return new Broken(stage, Reply.none(why(failure, root)), needsOperator);
    }

    private String why(MessagingException failure, Throwable root) {
        if (root instanceof SocketTimeoutException) {
            return "no answer in time at " + stage + ": " + root.getMessage();
        }
        return switch (stage) {
            case CONNECT, LOGIN -> failure.getMessage() + (root == failure ? "" : ": " + root.getMessage());
            case MAIL, RCPT, DATA -> "connection lost at " + stage;
            case CONTENT -> "connection lost before the answer to the content; the server may have accepted the mail";
        };
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** The conversation came to a bad end. */
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1;

        private final Stage stage;
        private final transient Reply reply;
        private final boolean needsOperator;

        Broken(Stage stage, Reply reply, boolean needsOperator) {
            super(stage + ": " + reply.text());
            this.stage = stage;
            this.reply = reply;
            this.needsOperator = needsOperator;
        }

        Outcome outcome() {
            return Verdict.of(stage, reply, needsOperator);
        }

        /** The server had closed the connection while nobody used it: nothing of the mail was said yet. */
        boolean isStale() {
            return stage == Stage.MAIL && (reply.code() == 0 || reply.isShuttingDown());
        }
    }
}
