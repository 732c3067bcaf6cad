package io.tocsin.notifier.delivery;

import java.util.regex.Pattern;

/**
 * What the mail server said last, or why it said nothing.
 *
 * @param code the reply code of RFC 5321 §4.2, 0 when no reply came
 * @param enhancedCode such as {@code 5.1.1} (RFC 3463), null when the server sent none
 * @param text the whole reply, its lines as they came; without a reply a sentence for people
 */
public record Reply(int code, String enhancedCode, String text) {

    private static final int LONGEST = 2000;
    private static final Pattern ENHANCED = Pattern.compile("\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b.*", Pattern.DOTALL);
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    /** @param raw the whole reply, its code included */
    public static Reply of(int code, String raw) {
        var text = printable(raw);
        var enhanced = ENHANCED.matcher(text);
        return new Reply(code, enhanced.matches() ? enhanced.group(1) : null, text);
    }

    /** No reply came. */
    public static Reply none(String why) {
        return new Reply(0, null, printable(why));
    }

    public boolean isTransient() { return code / 100 == 4; }

    public boolean isPermanent() { return code / 100 == 5; }

    /** RFC 5321 §3.8: the server is about to close the connection, whatever was asked. */
    public boolean isShuttingDown() {
        return code == 421;
    }

    /** RFC 3463 §3.3: the mailbox exists and may have room again later. */
    public boolean isMailboxFull() {
        return enhancedCode == null ? code == 552 : enhancedCode.endsWith(".2.2");
    }

    private static String printable(String raw) {
        var text = UNPRINTABLE.matcher(raw.strip()).replaceAll("");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
