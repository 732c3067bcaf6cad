package io.tocsin.notifier.api;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The pages for unsubscribing, in English; {@code messages/unsubscribe_<language>.properties} has the other languages. */
@MessageBundle("unsubscribe")
public interface UnsubscribeWords {

    @Message("Unsubscribe?")
    String title();

    @Message("Press a button to stop mails to {recipient}.")
    String question(String recipient);

    @Message("No more mails about “{rule}”")
    String onlyRule(String rule);

    /** Stands where a rule would. */
    @Message("Detected events in account group {accountGroup}")
    String detectedEvents(String accountGroup);

    @Message("No more mails about any alert")
    String everything();

    @Message("Unsubscribed")
    String done();

    @Message("{recipient} gets no more mails about “{rule}”. Was it a mistake? Whoever runs Tocsin can undo it.")
    String doneRule(String recipient, String rule);

    @Message("{recipient} gets no more mails about any alert. Was it a mistake? Whoever runs Tocsin can undo it.")
    String doneEverything(String recipient);

    @Message("This link does not work")
    String broken();

    @Message("It was cut or changed on its way. Copy it once more out of the mail, to its very end. Nobody was unsubscribed.")
    String cut();

    @Message("The mail in which it stood is not known here any more. A newer mail has a link that works. Nobody was unsubscribed.")
    String unknown();
}
