package io.tocsin.notifier.api;

import java.util.UUID;

import io.tocsin.http.problem.CallFailed;
import io.tocsin.http.problem.Failure;
import io.tocsin.http.problem.Invalid;
import io.tocsin.model.StorableText;
import io.tocsin.notifier.mail.Recipient;
import io.tocsin.notifier.mail.Unsendable;

/** Values of calls, read. Each fails with {@link Invalid} on its field when it cannot be meant. */
final class Parameters {

    private static final int LONGEST = 320;

    private Parameters() {}

    static UUID uuid(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Invalid(field, "must be a UUID");
        }
    }

    /** What is no id names nothing that exists. @param thing such as {@code delivery} */
    static UUID idOrUnknown(String thing, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown(thing, text);
        }
    }

    static CallFailed unknown(String thing, Object id) {
        return new CallFailed(Failure.of(404, "There is no " + thing + " " + id + " that this credential may see here."));
    }

    static void require(boolean known, String thing, Object id) {
        if (!known) {
            throw unknown(thing, id);
        }
    }

    static int number(String field, String text, int most) {
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw new Invalid(field, "must be a whole number from 1 to " + most);
    }

    /** A short text that a database can compare; null stays null. */
    static String text(String field, String text) {
        if (text != null && (text.length() > LONGEST || StorableText.firstBad(text) < text.length())) {
            throw new Invalid(field, "must be a text of at most " + LONGEST + " characters");
        }
        return text;
    }

    /** An e-mail address to which a mail could be sent, as it was written but for blanks around it. */
    static String address(String field, String text) {
        if (text == null) {
            throw new Invalid(field, "is required");
        }
        try {
            Recipient.of(text(field, text));
            return text.strip();
        } catch (Unsendable e) {
            throw new Invalid(field, e.getMessage());
        }
    }
}
