package io.tocsin.proof;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;

import io.tocsin.proof.merkle.Hash;

/**
 * What is signed: how far the log of an organization has come, and the root of the tree over its links. The text is a checkpoint
 * of C2SP's tlog-checkpoint, so that witnesses of others can countersign it; the last two lines are extensions of ours.
 *
 * @param size how many links
 * @param entries how many entries these have
 */
public record TreeHead(String organization, long size, long entries, Hash root, Instant time) {

    private static final String ORIGIN = "tocsin/audit/";
    private static final int LINES = 5;

    public TreeHead {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(time, "time");
    }

    public static String origin(String organization) {
        return ORIGIN + URLEncoder.encode(organization, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public String text() {
        return String.join("\n", origin(organization), Long.toString(size), root.toString(), "entries " + entries,
                "time " + time) + "\n";
    }

    /** The head of whatever organization; fails with {@link IllegalArgumentException} when the text is none. */
    public static TreeHead parse(String text) {
        var origin = text.lines().findFirst().orElse("");
        if (!origin.startsWith(ORIGIN)) {
            throw new IllegalArgumentException("this is no head of an audit log");
        }
        return parse(URLDecoder.decode(origin.substring(ORIGIN.length()), StandardCharsets.UTF_8), text);
    }

    /** Fails with {@link IllegalArgumentException} unless this is the text of a head of this organization. */
    public static TreeHead parse(String organization, String text) {
        var lines = text.split("\n");
        try {
            if (lines.length == LINES && lines[0].equals(origin(organization))) {
                var head = new TreeHead(organization, Long.parseLong(lines[1]), Long.parseLong(lines[3].replace("entries ",
                        "")),
                        Hash.parse(lines[2]), Instant.parse(lines[4].replace("time ", "")));
                if (head.text().equals(text)) {
                    return head;
                }
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the time of the head cannot be read", e);
        }
        throw new IllegalArgumentException("this is no head of the log of organization '" + organization + "'");
    }
}
