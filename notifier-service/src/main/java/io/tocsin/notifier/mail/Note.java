package io.tocsin.notifier.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One line of the rule's notes, in pieces: what is written as a web address becomes a link, since runbooks stand there. */
public record Note(List<Piece> pieces) {

    private static final int LONGEST = 5000;
    /** Ends before the punctuation of the sentence in which it stands. */
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\"'.,;:!?)\\]}]");

    /** @param link whether the text is a web address */
    public record Piece(String text, boolean link) {}

    /** Line by line; null becomes none. */
    static List<Note> of(String notes) {
        return notes == null || notes.isBlank()
                ? List.of()
                : OneLine.cut(notes.strip(), LONGEST).lines().map(line -> line(OneLine.of(line, LONGEST))).toList();
    }

    /** As it was written. */
    public String text() {
        var text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    private static Note line(String text) {
        var pieces = new ArrayList<Piece>();
        var urls = URL.matcher(text);
        var end = 0;
        while (urls.find()) {
            pieces.add(new Piece(text.substring(end, urls.start()), false));
            pieces.add(new Piece(urls.group(), true));
            end = urls.end();
        }
        pieces.add(new Piece(text.substring(end), false));
        return new Note(pieces.stream().filter(piece -> !piece.text().isEmpty()).toList());
    }
}
