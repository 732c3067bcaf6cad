package io.tocsin.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** Where a process writes what it has to say; the lines before the latest start stay, up to a size. */
public final class LogFile {

    private static final long LARGE = 20L << 20;
    private static final int TAIL_BYTES = 32 << 10;
    private static final Pattern FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. \\d+ more)");

    private final Path path;

    public LogFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /** A file that has grown large becomes {@code <name>.1}, in place of the one before it. */
    public LogFile rotate() {
        try {
            Files.createDirectories(path.getParent());
            if (Files.exists(path) && Files.size(path) > LARGE) {
                Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            return this;
        } catch (IOException e) {
            throw CannotStart.cannotWrite(path, e);
        }
    }

    /** The last lines, oldest first, without the frames of stack traces; none when nothing was written. */
    public List<String> tail(int lines) {
        var all = end().lines().filter(line -> !line.isBlank() && !FRAME.matcher(line).find()).toList();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    private String end() {
        try (var file = Files.newByteChannel(path)) {
            file.position(Math.max(0, file.size() - TAIL_BYTES));
            var buffer = java.nio.ByteBuffer.allocate(TAIL_BYTES);
            while (buffer.hasRemaining() && file.read(buffer) >= 0) {
                continue;
            }
            return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
