package io.tocsin.notifier.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.tocsin.model.message.AlertNotification.Companion;

/**
 * Arrivals which can be written by one statement, which does not see what it writes: no two of them are about the same alert or for the
 * same recipient, so that none depends on what the others change.
 */
record Wave(List<Arrival> arrivals) {

    /** One statement looks each delivery up among its notifications. */
    private static final int MOST = 100;

    /** In their order, and each as long as it can be. */
    static List<Wave> of(List<Arrival> arrivals) {
        var waves = new ArrayList<Wave>();
        var taken = new HashSet<Object>();
        for (var arrival : arrivals) {
            var concerned = concerned(arrival);
            if (waves.isEmpty() || waves.get(waves.size() - 1).isFull() || concerned.stream().anyMatch(taken::contains)) {
                waves.add(new Wave(new ArrayList<>()));
                taken.clear();
            }
            waves.get(waves.size() - 1).arrivals.add(arrival);
            taken.addAll(concerned);
        }
        return waves;
    }

    private boolean isFull() { return arrivals.size() == MOST; }

    private static Set<Object> concerned(Arrival arrival) {
        var concerned = new HashSet<Object>(arrival.addressees().stream().map(Addressee::recipient).toList());
        Stream.concat(Stream.of(arrival.notification().alertId()),
                arrival.notification().together().stream().map(Companion::alertId))
                .forEach(concerned::add);
        return concerned;
    }
}
