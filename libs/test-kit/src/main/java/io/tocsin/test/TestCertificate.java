package io.tocsin.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A fresh self-signed certificate for {@code localhost}, made by the JDK's keytool: no key is kept in the repository. */
public final class TestCertificate {

    private static final String PASSWORD = "for-tests-only";

    private final Path folder;

    private TestCertificate(Path folder) {
        this.folder = folder;
    }

    public static TestCertificate create() {
        try {
            var certificate = new TestCertificate(Files.createTempDirectory("tocsin-certificate"));
            certificate.keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-validity", "2",
                    "-ext", "san=dns:localhost,ip:127.0.0.1");
            certificate.keytool("-exportcert", "-rfc", "-file", certificate.pem().toString());
            return certificate;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a certificate", e);
        }
    }

    /** The certificate as a PEM file, for those who shall trust it. */
    public Path pem() {
        return folder.resolve("certificate.pem");
    }

    /** Its private key as a PEM file, for servers which read one; nobody else may read it. */
    public Path keyPem() {
        var file = folder.resolve("key.pem");
        try {
            var encoded = Base64.getMimeEncoder().encodeToString(store().getKey("server", PASSWORD.toCharArray()).getEncoded());
            Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot be used", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the key cannot be written", e);
        }
    }

    /** What a server needs to show the certificate. */
    public SSLContext serverContext() {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(), PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate cannot be used", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate cannot be read", e);
        }
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
        try (var file = Files.newInputStream(folder.resolve("key.p12"))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD.toCharArray());
            return store;
        }
    }

    private void keytool(String command, String... arguments) throws IOException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), command,
                "-alias", "server", "-keystore", folder.resolve("key.p12").toString(),
                "-storetype", "PKCS12", "-storepass", PASSWORD));
        line.addAll(List.of(arguments));
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool: " + new String(process.getInputStream().readAllBytes()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
