package io.tocsin.detection.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.detection.component.Phase;

/** What one agent sees of one target of one test: its last rounds, what is usual for it, and the components it passes. */
public final class Flow {

    private final FlowKey key;
    private final Strip strip;
    private final OwnFailures own;
    private final Map<Metric, MetricBaseline> baselines = new EnumMap<>(Metric.class);
    private List<Component> components = List.of();
    private int intervalMinutes = 1;
    private int rounds;
    private int lastRound;
    private Phase phase;
    private boolean touched;
    private Phase wrong;
    private Tagging.Basis basis;

    Flow(FlowKey key) {
        this.key = key;
        this.strip = new Strip();
        this.own = new OwnFailures();
    }

    Flow(DataInput in, List<Component> names) throws IOException {
        key = FlowKey.read(in);
        strip = new Strip(in);
        own = new OwnFailures(in);
        intervalMinutes = in.readInt();
        rounds = in.readInt();
        lastRound = in.readInt();
        var ordinal = in.readByte();
        phase = ordinal < 0 ? null : Phase.values()[ordinal];
        components = Names.readList(in, names);
        for (int left = in.readByte(); left > 0; left--) {
            var metric = Metric.values()[in.readByte()];
            baselines.put(metric, new MetricBaseline(metric.kind, in));
        }
    }

    void write(DataOutput out, Names names) throws IOException {
        key.write(out);
        strip.write(out);
        own.write(out);
        out.writeInt(intervalMinutes);
        out.writeInt(rounds);
        out.writeInt(lastRound);
        out.writeByte(phase == null ? -1 : phase.ordinal());
        names.writeList(components, out);
        out.writeByte(baselines.size());
        for (var entry : baselines.entrySet()) {
            out.writeByte(entry.getKey().ordinal());
            entry.getValue().write(out);
        }
    }

    boolean isBeyond(Metric metric, double value, long round, MetricSettings settings) {
        return baselines.computeIfAbsent(metric, name -> new MetricBaseline(name.kind)).isBeyond(value, round, settings);
    }

    /** One layer of the round under way. */
    void see(Phase wrongInLayer, Integer intervalSeconds) {
        touched = true;
        wrong = Phase.worse(wrong, wrongInLayer);
        intervalMinutes = intervalSeconds == null ? 1 : Math.max(1, intervalSeconds / 60);
    }

    /** All layers of the round were seen. */
    void closeRound(int minute) {
        strip.add(wrong != null);
        phase = wrong == null ? phase : wrong;
        rounds++;
        lastRound = minute;
    }

    void advance(int minutes) {
        strip.advance(minutes);
        touched = false;
        wrong = null;
    }

    /** Makes the round of this minute part of what is usual. */
    void learn() {
        if (!isFailing() || isOnset()) {
            own.learn(isFailing(), intervalMinutes);
        }
    }

    /** Whether the round of this minute is the first one of a failure. */
    boolean isOnset() {
        return isFailing() && roundsFailedBefore() == 0;
    }

    /** How many rounds before that of this minute failed without a break. */
    int roundsFailedBefore() {
        return strip.roundsFailedBefore();
    }

    /** Whether its components were told by the same already. */
    boolean restsOn(Tagging.Basis newBasis) {
        var same = newBasis.equals(basis);
        basis = newBasis;
        return same;
    }

    void moveTo(List<Component> newComponents) {
        components = List.copyOf(newComponents);
    }

    OwnFailures own() {
        return own;
    }

    /** The minute of its latest round. */
    public int lastRound() {
        return lastRound;
    }

    boolean isTouched() { return touched; }

    public FlowKey key() {
        return key;
    }

    public Strip strip() {
        return strip;
    }

    public List<Component> components() {
        return components;
    }

    /** Its component of this type; empty where it passes none which is known. */
    public Optional<Component> component(EventType type) {
        return components.stream().filter(component -> component.type() == type).findFirst();
    }

    public int intervalMinutes() {
        return intervalMinutes;
    }

    /** What went wrong in its latest failing round. */
    public Phase phase() {
        return phase;
    }

    /** Whether it asks a name server, of which everything that goes wrong looks like a missing name. */
    public boolean asksNames() {
        return baselines.containsKey(Metric.RESOLUTION) || baselines.containsKey(Metric.TRACE);
    }

    /** Whether it is known for long enough. */
    boolean counts(NoiseSettings settings) {
        return rounds >= settings.fewestRounds();
    }

    /** The share of its healthy rounds in which a failure of its own begins. */
    public double expectedOnsets() {
        return own.expectedOnsets();
    }

    /** Whether a round began this minute, and failed. */
    public boolean isFailing() { return strip.failed(0); }
}
