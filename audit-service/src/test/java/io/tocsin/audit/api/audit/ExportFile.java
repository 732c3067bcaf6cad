package io.tocsin.audit.api.audit;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.UnaryOperator;

import io.restassured.path.json.JsonPath;
import io.tocsin.proof.export.ExportVerifier;
import io.tocsin.proof.export.Verdict;
import io.tocsin.proof.note.NoteKey;

/** What an auditor does: fetches, keeps, verifies. */
public final class ExportFile {

    private ExportFile() {}

    public static String fetch(String key, String query) {
        var file = given().header("Authorization", "Bearer " + key)
                .get("/audit/export" + query)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asByteArray();
        return new String(file, StandardCharsets.UTF_8);
    }

    public static Verdict verdict(String content) {
        return verdict(content.getBytes(StandardCharsets.UTF_8), verifier -> verifier);
    }

    public static Verdict verdict(byte[] content, UnaryOperator<ExportVerifier> settings) {
        try {
            var file = Files.createTempFile("export", ".ndjson");
            try {
                Files.write(file, content);
                return settings.apply(new ExportVerifier(keys())).verify(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<NoteKey> keys() {
        return json("newcomer", "/audit/keys").<String>getList("keys.pem")
                .stream()
                .flatMap(pem -> NoteKey.parse(pem).stream())
                .toList();
    }

    static JsonPath json(String key, String path) {
        return given().header("Authorization", "Bearer " + key).get(path).then().statusCode(200).extract().jsonPath();
    }
}
