/** Signed notes as C2SP's signed-note specifies them: a text, and lines of Ed25519 signatures below it. */
package io.tocsin.proof.note;
