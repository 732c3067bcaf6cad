package io.tocsin.benchmarks.detection.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import io.tocsin.benchmarks.detection.world.Topology.Agent;
import io.tocsin.benchmarks.detection.world.Topology.Test;
import io.tocsin.detection.flow.FlowKey;
import io.tocsin.model.result.TestResult;

/** An organization, its tests' results minute by minute, and its faults. The same seed and size give the same world. */
public final class World {

    /** A Sunday midnight. */
    public static final int BEGIN_MINUTE = 29_000_160;

    private static final int PATH_EVERY_MINUTES = 30;

    private final Topology topology;
    private final List<Fault> faults;
    private final Map<String, TestWeather> tests = new HashMap<>();
    private final Map<FlowKey, FlowWeather> flows = new HashMap<>();
    private final RandomGenerator random;
    private final Absence absence;
    private final int length;

    public World(long seed, WorldSize size) {
        random = new SplittableRandom(seed);
        length = size.learningMinutes() + size.minutes();
        topology = new TopologyMaker(random).make(size.agents(), size.targets());
        faults = plan(size.kind()).draw(size.faults(), size.learningMinutes(), length - FaultMargin.MINUTES);
        absence = new Absence(random, topology, length);
        topology.tests().forEach(test -> tests.put(test.id(), new TestWeather(random)));
        topology.tests()
                .forEach(test -> test.agents()
                        .forEach(agent -> flows.put(key(test, agent), new FlowWeather(random,
                                tests.get(test.id()), length, size.kind().noise))));
    }

    private FaultPlan plan(WorldSize.Faults kind) {
        var dice = new FaultDice(random, topology);
        return switch (kind) {
            case IMAGINED -> new ImaginedFaults(dice);
            case BACKBONE -> new BackboneFaults(dice);
            case ACCESS -> new AccessFaults(dice);
        };
    }

    /** The results of the rounds which begin in a minute of the world; to be asked for once each, in order. */
    public List<TestResult> results(int minute) {
        var results = new ArrayList<TestResult>();
        for (var test : topology.tests()) {
            if (minute % test.interval() == 0) {
                var failsForAll = tests.get(test.id()).failsForAll();
                test.agents().forEach(agent -> results.addAll(results(test, agent, minute, failsForAll)));
            }
        }
        return results;
    }

    private List<TestResult> results(Test test, Agent agent, int minute, boolean failsForAll) {
        var weather = flows.get(key(test, agent));
        var round = new Round(test, agent, 60L * (BEGIN_MINUTE + minute), weather, minute);
        if (weather.failsAlone(minute) || failsForAll) {
            round.spoil(random.nextBoolean() ? Symptom.ERROR : Symptom.REFUSED, 1);
        }
        var missing = absence.isMissing(test, agent, minute);
        var withPath = (minute + agent.id().hashCode()) % PATH_EVERY_MINUTES < test.interval();
        for (var fault : faults) {
            if (fault.strikes(test, agent, minute) && spoils(fault, round) && !missing) {
                fault.struck(key(test, agent), BEGIN_MINUTE + minute, test.interval());
            }
        }
        return missing ? List.of() : round.results(withPath);
    }

    /** Whether anything is measured otherwise now: an HTTP error does not spoil what a test of the network measures. */
    private static boolean spoils(Fault fault, Round round) {
        var before = round.results(false);
        round.spoil(fault.shape(), fault.isBehind(round.test().proxy()));
        return !round.results(false).equals(before);
    }

    private static FlowKey key(Test test, Agent agent) {
        return new FlowKey(test.accountGroup(), test.id(), agent.id(), "");
    }

    public int length() {
        return length;
    }

    public int flows() {
        return flows.size();
    }

    /** Known when the last minute was asked for. */
    public List<Fault> faults() {
        return faults;
    }
}
