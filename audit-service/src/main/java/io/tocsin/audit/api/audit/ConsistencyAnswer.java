package io.tocsin.audit.api.audit;

import java.util.List;

import io.tocsin.audit.proof.Consistency;

/** @param proof hashes in Base64, in the order of RFC 6962 section 2.1.2 */
record ConsistencyAnswer(HeadAnswer from, HeadAnswer to, List<String> proof) {

    static ConsistencyAnswer of(Consistency consistency) {
        return new ConsistencyAnswer(HeadAnswer.of(consistency.older()), HeadAnswer.of(consistency.newer()),
                consistency.proof().stream().map(Object::toString).toList());
    }
}
