package io.tocsin.proof.export;

import java.util.Optional;

import io.tocsin.proof.TreeHead;

/**
 * What the check of an export came to.
 *
 * @param finding empty when all is well
 * @param head against which it was checked; null when there is none to trust
 * @param entries read and proven
 * @param expired entries gone by retention, as the log itself says
 * @param erased entries whose personal data was erased, as the log itself says
 */
public record Verdict(Optional<Finding> finding, TreeHead head, long entries, long expired, long erased) {

    public boolean isSound() { return finding.isEmpty(); }
}
