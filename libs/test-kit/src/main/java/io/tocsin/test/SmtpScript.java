package io.tocsin.test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults of one server, in the order in which they were told; the first that fits acts. */
final class SmtpScript {

    private final List<SmtpFault> faults = new CopyOnWriteArrayList<>();

    void add(SmtpFault fault) {
        faults.add(fault);
    }

    void clear() {
        faults.clear();
    }

    Optional<SmtpFault.Act> at(SmtpStage stage, Iterable<String> recipients) {
        return faults.stream()
                .filter(fault -> fault.strikes(stage, recipients))
                .findFirst()
                .map(SmtpFault::act);
    }
}
