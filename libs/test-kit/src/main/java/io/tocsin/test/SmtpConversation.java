package io.tocsin.test;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/** One mail as it comes in, command by command, with the faults of the script. */
final class SmtpConversation implements MessageHandler {

    private final SmtpServer server;
    private final Session session;
    private final List<String> recipients = new ArrayList<>();
    private String sender;

    SmtpConversation(SmtpServer server, Session session) {
        this.server = server;
        this.session = session;
    }

    @Override
    public void from(String address) throws RejectException {
        sender = address;
        meet(SmtpStage.MAIL, List.of());
    }

    @Override
    public void recipient(String address) throws RejectException {
        meet(SmtpStage.RCPT, List.of(address));
        recipients.add(address);
    }

    /** The command DATA, which the library does not offer to handlers. */
    void dataAsked() throws RejectException {
        meet(SmtpStage.DATA, recipients);
    }

    @Override
    public String data(InputStream content) throws RejectException, IOException {
        var mail = new ReceivedMail(sender, recipients, content.readAllBytes(), session.isTLSStarted());
        var fault = server.script().at(SmtpStage.CONTENT, recipients);
        if (fault.isPresent() && fault.get() instanceof SmtpFault.Act.KeepAndHangUp) {
            server.keep(mail);
            throw dropped(null);
        }
        if (fault.isPresent()) {
            act(fault.get());
        }
        return "2.0.0 Ok: queued as " + server.keep(mail);
    }

    @Override
    public void done() {
        // nothing is held
    }

    private void meet(SmtpStage stage, List<String> concerned) throws RejectException {
        var fault = server.script().at(stage, concerned);
        if (fault.isPresent()) {
            act(fault.get());
        }
    }

    private void act(SmtpFault.Act act) throws RejectException {
        if (act instanceof SmtpFault.Act.Answer answer) {
            throw new RejectException(answer.code(), answer.text());
        }
        if (act instanceof SmtpFault.Act.Stall stall) {
            server.stall(stall.pause());
            return;
        }
        throw dropped(act instanceof SmtpFault.Act.HangUp hangUp ? hangUp.farewell() : null);
    }

    /** Without a farewell the socket is closed at once, so that the library's own reply reaches nobody. */
    private DropConnectionException dropped(String farewell) {
        if (farewell == null) {
            try {
                session.closeSocket();
            } catch (IOException e) {
                // closed already: just what was wanted
            }
        }
        return new DropConnectionException(421, farewell == null ? "4.3.2 gone" : farewell);
    }
}
