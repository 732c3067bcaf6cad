package io.tocsin.proof.note;

/** None of the keys has signed this note, or it is none. */
public class NoteRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoteRefused(String message) {
        super(message);
    }
}
