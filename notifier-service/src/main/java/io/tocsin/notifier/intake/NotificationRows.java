package io.tocsin.notifier.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.tocsin.notifier.mail.Sender;
import io.tocsin.notifier.mail.Subjects;
import io.tocsin.notifier.storm.Storm;
import io.vertx.mutiny.sqlclient.Tuple;

/** Notifications and their deliveries as the columns of the statement which writes them. */
@ApplicationScoped
class NotificationRows {

    private final Sender sender;
    private final Subjects subjects;
    private final Storm storm;

    NotificationRows(Sender sender, Subjects subjects, Storm storm) {
        this.sender = sender;
        this.subjects = subjects;
        this.storm = storm;
    }

    /** @param notification its place among those of the wave, from 1 on */
    private record Delivery(int notification, UUID id, Addressee addressee, String traceParent) {}

    Tuple of(Wave wave, Instant now) {
        var arrivals = wave.arrivals();
        var deliveries = deliveries(arrivals);
        return Tuple.tuple()
                .addArrayOfUUID(all(arrivals, each -> each.notification().id(), UUID[]::new))
                .addArrayOfString(all(arrivals, each -> each.notification().scope().organization(), String[]::new))
                .addArrayOfString(all(arrivals, each -> each.notification().scope().accountGroup(), String[]::new))
                .addArrayOfUUID(all(arrivals, each -> each.notification().alertId(), UUID[]::new))
                .addArrayOfString(all(arrivals, each -> each.notification().kind().name().toLowerCase(Locale.ROOT),
                        String[]::new))
                .addArrayOfString(all(arrivals, each -> subjects.of(each.notification()), String[]::new))
                .addArrayOfString(all(arrivals, Arrival::payload, String[]::new))
                .addOffsetDateTime(utc(now))
                .addArrayOfInteger(all(deliveries, Delivery::notification, Integer[]::new))
                .addArrayOfUUID(all(deliveries, Delivery::id, UUID[]::new))
                .addArrayOfString(all(deliveries, each -> each.addressee().channel(), String[]::new))
                .addArrayOfString(all(deliveries, each -> each.addressee().recipient(), String[]::new))
                .addArrayOfString(all(deliveries, each -> sender.messageId(each.id()), String[]::new))
                .addArrayOfOffsetDateTime(all(deliveries, each -> utc(storm.nextDigest(each.addressee().recipient(), now)),
                        OffsetDateTime[]::new))
                .addArrayOfString(all(deliveries, Delivery::traceParent, String[]::new))
                .addOffsetDateTime(utc(storm.windowBegin(now)))
                .addInteger(storm.calm() - 1);
    }

    private static List<Delivery> deliveries(List<Arrival> arrivals) {
        var deliveries = new ArrayList<Delivery>();
        for (var at = 0; at < arrivals.size(); at++) {
            var arrival = arrivals.get(at);
            var place = at + 1;
            arrival.addressees()
                    .forEach(addressee -> deliveries.add(new Delivery(place,
                            DeliveryId.of(arrival.notification().id(), addressee.recipient()), addressee, arrival
                                    .traceParent())));
        }
        return deliveries;
    }

    private static <R, T> T[] all(List<R> rows, Function<R, T> value, Function<Integer, T[]> array) {
        return rows.stream().map(value).toArray(array::apply);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
