package io.tocsin.local.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

import io.tocsin.local.process.CannotStart;

/** Mails as files, one {@code .eml} each, which any mail program opens. */
final class MailStore {

    private static final String SUFFIX = ".eml";

    private final Path folder;
    private final Clock clock;
    private final Map<String, Mail> mails = new ConcurrentSkipListMap<>(java.util.Comparator.reverseOrder());
    private long latestMicros;

    private MailStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Opens a folder, with what an earlier run left in it. */
    static MailStore in(Path folder, Clock clock) {
        var store = new MailStore(folder, clock);
        try (var files = Files.list(Files.createDirectories(folder))) {
            files.filter(file -> file.getFileName().toString().matches("\\d+\\.eml")).forEach(store::load);
            return store;
        } catch (IOException e) {
            throw CannotStart.cannotWrite(folder, e);
        }
    }

    /** Keeps a mail; when this returns it is in a file. */
    Mail add(Mail.Envelope envelope, byte[] message) throws IOException {
        var id = nextId();
        var source = withEnvelope(envelope, message);
        var fresh = folder.resolve(id + ".new");
        Files.write(fresh, source);
        Files.move(fresh, file(id), StandardCopyOption.ATOMIC_MOVE);
        var mail = MailReader.mail(id, receivedAt(id), source);
        mails.put(id, mail);
        return mail;
    }

    /** All, the latest first. */
    List<Mail> all() {
        return List.copyOf(mails.values());
    }

    /** The bytes of a mail as they came, below two headers that tell the envelope. */
    Optional<byte[]> source(String id) {
        try {
            return mails.containsKey(id) ? Optional.of(Files.readAllBytes(file(id))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String id) {
        if (mails.remove(id) != null) {
            try {
                Files.deleteIfExists(file(id));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void deleteAll() {
        all().forEach(mail -> delete(mail.id()));
    }

    private void load(Path file) {
        var name = file.getFileName().toString();
        var id = name.substring(0, name.length() - SUFFIX.length());
        try {
            mails.put(id, MailReader.mail(id, receivedAt(id), Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new CannotStart("Cannot read " + file + " (" + e.getMessage() + ").", e);
        }
    }

    /** The microsecond of arrival, or the next one that is free. */
    private synchronized String nextId() {
        var now = clock.instant();
        latestMicros = Math.max(latestMicros + 1, now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
        return Long.toString(latestMicros);
    }

    private static Instant receivedAt(String id) {
        var micros = Long.parseLong(id);
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }

    private Path file(String id) {
        return folder.resolve(id + SUFFIX);
    }

    private static byte[] withEnvelope(Mail.Envelope envelope, byte[] message) throws IOException {
        var all = new ByteArrayOutputStream();
        var headers = new StringBuilder(MailReader.RETURN_PATH + ": <" + envelope.from() + ">\r\n");
        envelope.recipients().forEach(to -> headers.append(MailReader.DELIVERED_TO).append(": ").append(to).append("\r\n"));
        all.write(headers.toString().getBytes(StandardCharsets.UTF_8));
        all.write(message);
        return all.toByteArray();
    }
}
