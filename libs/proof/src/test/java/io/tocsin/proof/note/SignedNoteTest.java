package io.tocsin.proof.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

class SignedNoteTest {

    /** Somebody else's. */
    private static final String PUBLIC_KEY = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEATtRoUL3+kxZClhF8Qq2QYWYlvQOTs4hBEnTRlMFDHpY=
            -----END PUBLIC KEY-----
            """;

    @Test
    void aNewKeyFileSignsWhatItsPublicHalfVerifies() {
        var signer = NoteSigner.parse("tocsin-audit", NoteSigner.newKeyFile());

        var note = SignedNote.parse(signer.sign("one\ntwo\n"));

        assertThat(note.text()).isEqualTo("one\ntwo\n");
        assertThat(note.verify(NoteKey.parse(PUBLIC_KEY + signer.key().pem())).id("tocsin-audit")).isEqualTo(signer.keyId());
        assertThat(signer.keyId()).matches("[0-9a-f]{8}");
    }

    @Test
    void anotherTextAnotherKeyOrAnotherNameIsRefused() {
        var signer = NoteSigner.parse("tocsin-audit", NoteSigner.newKeyFile());
        var note = signer.sign("one\n");
        var keys = List.of(signer.key());

        assertThatThrownBy(() -> SignedNote.parse(note.replace("one", "two")).verify(keys)).isInstanceOf(NoteRefused.class);
        assertThatThrownBy(() -> SignedNote.parse(note).verify(NoteKey.parse(PUBLIC_KEY))).isInstanceOf(NoteRefused.class);
        assertThatThrownBy(() -> SignedNote.parse(note.replace("tocsin", "tocson")).verify(keys))
                .isInstanceOf(NoteRefused.class);
        assertThatThrownBy(() -> SignedNote.parse("one")).isInstanceOf(NoteRefused.class);
    }

    @Test
    void signaturesOfOthersDoNoHarm() {
        var signer = NoteSigner.parse("tocsin-audit", NoteSigner.newKeyFile());
        var witness = NoteSigner.parse("witness", NoteSigner.newKeyFile());
        var text = "one\n";
        var both = witness.sign(text) + signatureOf(signer.sign(text));

        assertThat(SignedNote.parse(both).verify(List.of(signer.key()))).isSameAs(signer.key());
    }

    @Test
    void whatIsNoSignatureOrAFalseOneIsRefusedBesideAGoodOne() {
        var signer = NoteSigner.parse("tocsin-audit", NoteSigner.newKeyFile());
        var note = signer.sign("one\n");
        var ofAnotherText = signatureOf(signer.sign("two\n"));
        var keys = List.of(signer.key());

        for (var line : List.of("n\n", "\u2014 tocsin-audit\n", "\u2014 tocsin-audit AAAA\n", "\u2014 tocsin-audit A===\n",
                "\r\n")) {
            assertThatThrownBy(() -> SignedNote.parse(note + line)).as(line).hasMessage("a line below it is no signature");
        }
        assertThatThrownBy(() -> SignedNote.parse(note + signatureOf(note))).hasMessage("it has a signature twice");
        assertThatThrownBy(() -> SignedNote.parse(note + ofAnotherText).verify(keys))
                .hasMessage("a signature below it is not what it says");
    }

    private static String signatureOf(String note) {
        return note.substring(note.indexOf("\n\n") + 2);
    }

    @Test
    void aKeyFileWithoutItsHalvesIsRefused() {
        var whole = NoteSigner.newKeyFile();
        var other = NoteSigner.newKeyFile();
        var mixed = whole.substring(0, whole.indexOf("-----BEGIN PUBLIC")) + other.substring(other.indexOf(
                "-----BEGIN PUBLIC"));

        assertThatThrownBy(() -> NoteSigner.parse("a", "")).hasMessage("there is no -----BEGIN PRIVATE KEY-----");
        assertThatThrownBy(() -> NoteSigner.parse("a", whole.substring(0, whole.indexOf("-----BEGIN PUBLIC"))))
                .hasMessageContaining("there is no public key");
        assertThatThrownBy(() -> NoteSigner.parse("a", mixed)).hasMessage("the public key beside the private key is another's");
    }
}
