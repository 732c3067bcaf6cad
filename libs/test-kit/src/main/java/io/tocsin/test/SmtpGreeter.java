package io.tocsin.test;

import java.util.List;

import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** Counts connections, and is where faults of {@link SmtpStage#CONNECT} act. */
final class SmtpGreeter implements SessionHandler {

    private final SmtpServer server;

    SmtpGreeter(SmtpServer server) {
        this.server = server;
    }

    @Override
    public SessionAcceptance accept(Session session) {
        server.connectionBegan();
        return server.script()
                .at(SmtpStage.CONNECT, List.of())
                .map(act -> greet(session, act))
                .orElseGet(SessionAcceptance::success);
    }

    private SessionAcceptance greet(Session session, SmtpFault.Act act) {
        if (act instanceof SmtpFault.Act.Answer answer) {
            return SessionAcceptance.failure(answer.code(), answer.text());
        }
        if (act instanceof SmtpFault.Act.Stall stall) {
            server.stall(stall.pause());
            return SessionAcceptance.success();
        }
        session.quit();
        return SessionAcceptance.failure(421, "4.3.2 gone");
    }

    @Override
    public void onSessionEnd(Session session) {
        server.connectionEnded();
    }
}
