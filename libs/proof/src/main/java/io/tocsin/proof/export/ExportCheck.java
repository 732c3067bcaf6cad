package io.tocsin.proof.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import io.tocsin.proof.Link;
import io.tocsin.proof.TreeHead;
import io.tocsin.proof.export.Finding.Kind;
import io.tocsin.proof.note.NoteKey;

/** Reads an export line by line, and stops at the first which is not what was recorded. */
final class ExportCheck {

    private final List<NoteKey> keys;
    private final OlderHeads olderHeads;
    private final Lookahead ahead;
    private final Announcements announcements = new Announcements();

    private Extent extent;
    private Link link;
    private long next;
    private long expiredFrom;
    private long entries;
    private long expired;
    private long erased;

    ExportCheck(List<NoteKey> keys, OlderHeads olderHeads, Lookahead ahead) {
        this.keys = keys;
        this.olderHeads = olderHeads;
        this.ahead = ahead;
    }

    void read(String text) {
        var line = parsed(text);
        if (line.has(ExportHeader.MEMBER)) {
            begin(header(line));
        } else if (extent == null) {
            throw new Tampered(Kind.UNPROVEN, 1, "the file does not begin with the header of an export");
        } else if (line.has(LinkLine.MEMBER)) {
            take(link(line));
        } else {
            take(entry(line));
        }
    }

    /** A further header goes on with an export which was broken off. */
    private void begin(ExportHeader header) {
        if (extent == null) {
            extent = Extent.promisedBy(header, keys);
            extent.requireCovered();
            next = header.from();
        } else {
            extent.requireSame(header, next);
        }
    }

    /** @param partly whether less than the whole log up to the head will do */
    void end(boolean partly) {
        if (extent == null) {
            throw new Tampered(Kind.UNPROVEN, 1, "the file is empty");
        }
        extent.requireEnd(next, partly);
        if (extent.reachesHead()) {
            announcements.requireAll(extent.first());
        }
        olderHeads.requireAllMet(extent.first() == 1);
    }

    Verdict sound() {
        return new Verdict(Optional.empty(), head(), entries, expired, erased);
    }

    Verdict tampered(Tampered failure, long line) {
        return new Verdict(Optional.of(failure.at(line)), head(), entries, expired, erased);
    }

    private TreeHead head() {
        return extent == null ? null : extent.head();
    }

    /** From here on it cannot be read. */
    Tampered damaged() {
        return new Tampered(Kind.ALTERED, Math.max(next, 1), "the file is damaged: here or further down it cannot be unpacked");
    }

    private JsonNode parsed(String text) {
        return readable(() -> Json.read(ExportText.decoded(text)));
    }

    private ExportHeader header(JsonNode line) {
        return readable(() -> ExportHeader.of(line));
    }

    private LinkLine link(JsonNode line) {
        return readable(() -> LinkLine.of(line));
    }

    private EntryLine entry(JsonNode line) {
        return readable(() -> EntryLine.of(line));
    }

    private <T> T readable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new Tampered(Kind.ALTERED, Math.max(next, 1), e.getMessage());
        }
    }

    private void take(LinkLine line) {
        var read = line.link();
        if (link != null && read.number() == link.number() && next <= link.lastEntry() && read.equals(link) && !line
                .expired()) {
            return;
        }
        requireComplete();
        if (link != null && read.number() != link.number() + 1 || next < read.firstEntry() || next > read.lastEntry()) {
            throw outOfOrder("the commit which holds it", next > read.lastEntry(), ahead.hasLinkOf(next));
        }
        if (!line.belongsTo(extent.head()) || link != null && !link.hash().equals(read.previous())) {
            throw new Tampered(Kind.ALTERED, next, "its commit is not the one which the signed head covers");
        }
        olderHeads.passed(read);
        link = read;
        expiredFrom = line.expired() ? next : 0;
        if (line.expired()) {
            expire(read);
        }
    }

    private void requireComplete() {
        if (link != null && next <= Math.min(link.lastEntry(), extent.last())) {
            throw outOfOrder("it", false, ahead.has(next));
        }
    }

    private void expire(Link read) {
        if (entries > 0) {
            throw new Tampered(Kind.DROPPED, next, "it is left out as expired, but older entries are still there");
        }
        expired += read.lastEntry() - next + 1;
        announcements.expired(read.lastEntry());
        next = Math.min(read.lastEntry(), extent.last()) + 1;
    }

    private void take(EntryLine line) {
        if (expiredFrom > 0 && line.number() <= link.lastEntry()) {
            throw new Tampered(Kind.ALTERED, expiredFrom, "its commit is said to have expired, but entries of it are there");
        }
        if (link == null || next > link.lastEntry() || next > extent.last()) {
            throw line.number() == next && next <= extent.last()
                    ? new Tampered(Kind.DROPPED, next, "the commit which holds it is missing")
                    : new Tampered(Kind.INSERTED, next, "before it stands an entry which is not of its commit");
        }
        if (line.number() != next) {
            throw outOfOrder("it", line.number() < next, ahead.has(next));
        }
        if (!line.belongsTo(link, next)) {
            throw ahead.has(belonging -> belonging.belongsTo(link, next))
                    ? new Tampered(Kind.INSERTED, next, "before it stands an entry which was never recorded there")
                    : new Tampered(Kind.ALTERED, next, "it is not what was recorded");
        }
        open(line);
        announcements.heard(line.entry());
        entries++;
        next++;
    }

    private void open(EntryLine line) {
        var unopened = readable(line::unopened);
        unopened.forEach(person -> announcements.missing(person, next));
        erased += unopened.isEmpty() ? 0 : 1;
    }

    private Tampered outOfOrder(String what, boolean again, boolean later) {
        if (again) {
            return new Tampered(Kind.INSERTED, next, "before it stands something which belongs further up");
        }
        return later
                ? new Tampered(Kind.REORDERED, next, what + " stands further down than it should")
                : new Tampered(Kind.DROPPED, next, what + " is missing");
    }
}
