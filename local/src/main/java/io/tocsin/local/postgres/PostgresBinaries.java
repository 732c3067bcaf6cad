package io.tocsin.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import io.tocsin.local.process.CannotStart;

/** The programs of PostgreSQL, unpacked once into a folder from the archive that this machine's kind needs. */
final class PostgresBinaries {

    /** The major version, which is also that of the files in a data directory. */
    static final String VERSION = "18";

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    static PostgresBinaries unpackedIn(Path folder) {
        var complete = folder.resolve(".complete");
        try {
            if (!Files.exists(complete)) {
                unpack(folder);
                Files.createFile(complete);
            }
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw CannotStart.cannotWrite(folder, e);
        }
    }

    /**
     * The command line of one of the programs. They refuse to run as root, so root runs them in a user namespace, where it looks
     * like nobody.
     */
    List<String> command(String program, List<String> arguments) {
        var root = "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/unshare"));
        return Stream.of(
                root ? List.of("/usr/bin/unshare", "-U") : List.<String>of(),
                List.of(folder.resolve("bin").resolve(program).toString()),
                arguments)
                .flatMap(List::stream)
                .toList();
    }

    private static void unpack(Path folder) throws IOException {
        var archive = archive();
        try (var resource = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (resource == null) {
                throw new CannotStart("No PostgreSQL is bundled for this kind of machine (" + archive
                        + "). Tocsin runs on Linux (x86_64, arm64) and on macOS (arm64).");
            }
            unpack(resource, folder);
        }
    }

    private static String archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var machine = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
        return "/postgres-" + system + "-" + machine + ".txz";
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        if (target.getParent().endsWith("bin")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
