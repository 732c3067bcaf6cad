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
    private final OnsetRate onsetRate;
    private final Map<Metric, MetricBaseline> baselines = new EnumMap<>(Metric.class);
    private List<Component> components = List.of();
    private int intervalMinutes = 1;
    private int rounds;
    private int lastRound;
    private Phase phase;
    private double unrest;
    private boolean noisy;
    private double expectedOnsets;
    private boolean touched;
    private Phase wrong;
    private Tagging.Basis basis;

    Flow(FlowKey key) {
        this.key = key;
        this.strip = new Strip();
        this.onsetRate = new OnsetRate();
    }

    Flow(DataInput in, List<Component> names) throws IOException {
        key = FlowKey.read(in);
        strip = new Strip(in);
        onsetRate = new OnsetRate(in);
        intervalMinutes = in.readInt();
        rounds = in.readInt();
        lastRound = in.readInt();
        phase = Optional.of((int) in.readByte())
                .filter(ordinal -> ordinal >= 0)
                .map(ordinal -> Phase.values()[ordinal])
                .orElse(
                        null);
        unrest = in.readDouble();
        noisy = in.readBoolean();
        expectedOnsets = in.readDouble();
        components = Names.readList(in, names);
        for (int left = in.readByte(); left > 0; left--) {
            var metric = Metric.values()[in.readByte()];
            baselines.put(metric, new MetricBaseline(metric.kind, in));
        }
    }

    void write(DataOutput out, Names names) throws IOException {
        key.write(out);
        strip.write(out);
        onsetRate.write(out);
        out.writeInt(intervalMinutes);
        out.writeInt(rounds);
        out.writeInt(lastRound);
        out.writeByte(phase == null ? -1 : phase.ordinal());
        out.writeDouble(unrest);
        out.writeBoolean(noisy);
        out.writeDouble(expectedOnsets);
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

    /** @param explained whether an event stands for its failures, which then are not its own */
    void learn(boolean explained, NoiseSettings settings) {
        if (explained || isFailing() && failedBefore()) {
            return;
        }
        onsetRate.add(isFailing(), intervalMinutes);
        unrest = unrest * Math.pow(0.5, 1 / settings.halfLifeRounds()) + (isFailing() ? 1 : 0);
        noisy = unrest >= (noisy ? settings.onsetsToReturn() : settings.onsetsToLeave());
    }

    private boolean failedBefore() {
        var before = strip.rounds() & ~1L;
        return before != 0 && (strip.failures() & Long.lowestOneBit(before)) != 0;
    }

    void expectOnsets(double ofAll, NoiseSettings settings) {
        expectedOnsets = Math.max(settings.leastOnsetRate(), onsetRate.drawnTo(ofAll, DRAWN_AS_ROUNDS));
    }

    private static final double DRAWN_AS_ROUNDS = 300;

    /** Whether its components were told by the same already. */
    boolean restsOn(Tagging.Basis newBasis) {
        var same = newBasis.equals(basis);
        basis = newBasis;
        return same;
    }

    void moveTo(List<Component> newComponents) {
        components = List.copyOf(newComponents);
    }

    OnsetRate onsetRate() {
        return onsetRate;
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

    /** Whether its failures say something: it is known for long enough and does not fail all the time. */
    public boolean counts(NoiseSettings settings) {
        return !noisy && rounds >= settings.fewestRounds();
    }

    /** The share of its healthy rounds in which a failure of its own begins. */
    public double expectedOnsets() {
        return expectedOnsets;
    }

    /** Whether a round began this minute. */
    public boolean hasRound() {
        return strip.hasRound(0);
    }

    /** Whether a round began this minute, and failed. */
    public boolean isFailing() { return strip.failed(0); }
}
