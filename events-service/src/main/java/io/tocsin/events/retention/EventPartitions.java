package io.tocsin.events.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.PartitionWork;
import io.tocsin.events.receipt.EventIds;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Makes the partitions of the table {@code event} before they are needed, and drops those whose time is over. */
@Singleton
public class EventPartitions {

    private final PartitionWork work;
    private final PartitionStore store;
    private final RetentionClasses classes;
    private final PartitionMeters meters;
    private final Clock clock;

    EventPartitions(Pool pool, PartitionStore store, RetentionClasses classes, PartitionMeters meters, Clock clock) {
        this.work = new PartitionWork(pool, PartitionStore.LOCK);
        this.store = store;
        this.classes = classes;
        this.meters = meters;
        this.clock = clock;
    }

    /** For every class all that is missing from now to as far ahead as is configured. */
    Uni<Void> makeAhead() {
        var now = clock.instant();
        var end = now.plus(classes.ahead());
        return make(plan -> plan.cover(now, end))
                .invoke(() -> meters.coveredUntil(end));
    }

    /** The partitions for these ids, which nobody made in time. */
    public Uni<Void> makeFor(Collection<Long> ids) {
        var times = ids.stream().map(EventIds::timeOf).toList();
        return make(plan -> covering(plan, times));
    }

    private static PartitionPlan covering(PartitionPlan plan, List<Instant> times) {
        times.forEach(plan::cover);
        return plan;
    }

    private Uni<Void> make(UnaryOperator<PartitionPlan> wanted) {
        return work.make(transaction -> make(transaction, wanted));
    }

    private Uni<Void> make(SqlConnection transaction, UnaryOperator<PartitionPlan> wanted) {
        return store.classes(transaction)
                .chain(present -> createClasses(transaction, present))
                .chain(() -> store.partitions(transaction))
                .chain(present -> create(transaction, missing(present, wanted)));
    }

    private Uni<Void> createClasses(SqlConnection transaction, List<String> present) {
        present.stream()
                .filter(name -> !classes.ages().containsKey(name))
                .forEach(name -> Log.warnf(
                        "retention: nobody says how long events of class '%s' are kept, so they stay for ever:"
                                + " set tocsin.events.retention.classes.%s", name, name));
        return each(classes.ages().keySet().stream().filter(name -> !present.contains(name)).toList(),
                name -> store.createClass(transaction, name));
    }

    private List<Partition> missing(List<Partition> present, UnaryOperator<PartitionPlan> wanted) {
        return classes.ages()
                .keySet()
                .stream()
                .flatMap(name -> missing(name, present, wanted).stream())
                .toList();
    }

    private List<Partition> missing(String retention, List<Partition> present, UnaryOperator<PartitionPlan> wanted) {
        var spans = present.stream().filter(partition -> partition.retention().equals(retention)).map(Partition::span).toList();
        return wanted.apply(new PartitionPlan(spans, classes.partitionWidth()))
                .missing()
                .stream()
                .map(span -> new Partition(retention, span))
                .toList();
    }

    private Uni<Void> create(SqlConnection transaction, List<Partition> partitions) {
        return each(partitions, partition -> store.create(transaction, partition));
    }

    private static <T> Uni<Void> each(Collection<T> items, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .onItem()
                .ignoreAsUni();
    }

    /** Does nothing while another replica is at it. */
    Uni<Void> dropExpired() {
        return work.dropEach(this::dropOldest);
    }

    private Uni<Boolean> dropOldest(SqlConnection transaction) {
        return store.partitions(transaction)
                .map(this::firstExpired)
                .chain(expired -> drop(transaction, expired));
    }

    private Optional<Partition> firstExpired(List<Partition> partitions) {
        var now = clock.instant();
        return partitions.stream()
                .filter(partition -> classes.ages().containsKey(partition.retention()))
                .filter(partition -> !partition.span().until().isAfter(now.minus(classes.ages().get(partition.retention()))))
                .findFirst();
    }

    private Uni<Boolean> drop(SqlConnection transaction, Optional<Partition> expired) {
        return expired.isEmpty()
                ? Uni.createFrom().item(false)
                : store.drop(transaction, expired.get()).invoke(() -> dropped(expired.get())).replaceWith(true);
    }

    private void dropped(Partition partition) {
        meters.dropped();
        Log.infof("retention: dropped %s: class=%s received before=%s", partition.table(), partition.retention(),
                partition.span().until());
    }
}
