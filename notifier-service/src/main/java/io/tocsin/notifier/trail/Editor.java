package io.tocsin.notifier.trail;

import java.util.Objects;

import io.tocsin.model.AccountGroup;
import io.tocsin.model.Scope;
import io.tocsin.model.User;

/**
 * Who changes something, for the audit log.
 *
 * @param address the IP address of the call, null when there was none
 */
public record Editor(String organization, AccountGroup accountGroup, User user, String address) {

    public Editor {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(accountGroup, "accountGroup");
        Objects.requireNonNull(user, "user");
    }

    /** A reader of our mails who acts by a link in one of them: nobody but the address is known. */
    public static Editor recipient(String organization, AccountGroup accountGroup, String mailAddress, String address) {
        return new Editor(organization, accountGroup, new User(mailAddress, mailAddress, mailAddress), address);
    }

    /** A mail server which told something in a conversation that we began. */
    public static Editor mailServer(String organization, AccountGroup accountGroup, String server) {
        return new Editor(organization, accountGroup, new User("mail-server", "Mail server", server), null);
    }

    public Scope scope() {
        return new Scope(organization, accountGroup.id());
    }
}
