package io.tocsin.audit.api.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.audit.proof.EntryProof;
import io.tocsin.proof.export.EntryLine;
import io.tocsin.proof.export.LinkLine;

/**
 * An entry and its proof.
 *
 * @param entry as people read it, with what is personal in its place
 * @param entryLine as it stands in an export: what is hashed, and the path to its commit
 * @param linkLine its commit as it stands in an export, with the path to the head
 */
@RegisterForReflection
record EntryAnswer(@JsonRawValue String entry, @JsonRawValue String entryLine, @JsonRawValue String linkLine, HeadAnswer head) {

    static EntryAnswer of(EntryProof proof) {
        var entry = proof.entry();
        return new EntryAnswer(entry.revealed().toString(),
                new EntryLine(entry.stored().number(), entry.content(), entry.openings(), proof.path()).toJson().toString(),
                new LinkLine(proof.link().link(), false, proof.link().path()).toJson().toString(), HeadAnswer.of(proof.head()));
    }
}
