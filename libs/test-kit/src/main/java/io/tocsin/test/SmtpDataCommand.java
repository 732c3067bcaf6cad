package io.tocsin.test;

import java.io.IOException;

import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.CommandException;
import org.subethamail.smtp.internal.server.HelpMessage;
import org.subethamail.smtp.server.Session;

/** The command DATA, which can be refused before the content is asked for. */
final class SmtpDataCommand implements Command {

    private final Command original;

    SmtpDataCommand(Command original) {
        this.original = original;
    }

    @Override
    public void execute(String line, Session session) throws IOException, DropConnectionException {
        try {
            if (session.getMessageHandler() instanceof SmtpConversation conversation) {
                conversation.dataAsked();
            }
        } catch (DropConnectionException e) {
            throw e;
        } catch (RejectException e) {
            session.sendResponse(e.getErrorResponse());
            return;
        }
        original.execute(line, session);
    }

    @Override
    public HelpMessage getHelp() throws CommandException { return original.getHelp(); }

    @Override
    public String getName() { return original.getName(); }
}
