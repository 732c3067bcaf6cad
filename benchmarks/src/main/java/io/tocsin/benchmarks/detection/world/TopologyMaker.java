package io.tocsin.benchmarks.detection.world;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import io.tocsin.benchmarks.detection.world.Topology.Agent;
import io.tocsin.benchmarks.detection.world.Topology.Kind;
import io.tocsin.benchmarks.detection.world.Topology.Target;
import io.tocsin.benchmarks.detection.world.Topology.Test;

/** Draws an organization: agents in points of presence, targets in prefixes and domains, tests of some targets from some agents. */
final class TopologyMaker {

    private static final List<String> COUNTRIES = List.of("NO", "DE", "US", "BR", "IN", "JP");
    private static final int FIRST_SOURCE_AS = 64_500;
    private static final int FIRST_TARGET_AS = 65_000;

    private final RandomGenerator random;

    TopologyMaker(RandomGenerator random) {
        this.random = random;
    }

    Topology make(int agentCount, int targetCount) {
        var agents = agents(agentCount);
        var targets = targets(targetCount);
        return new Topology(agents, targets, tests(agents, targets));
    }

    private List<Agent> agents(int count) {
        var agents = new ArrayList<Agent>();
        for (int pop = 0; agents.size() < count; pop++) {
            var country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
            for (int left = random.nextInt(1, 6); left > 0 && agents.size() < count; left--) {
                agents.add(new Agent("a" + agents.size(), FIRST_SOURCE_AS + pop / 2, country));
            }
        }
        return agents;
    }

    private List<Target> targets(int count) {
        var targets = new ArrayList<Target>();
        for (int prefix = 0; targets.size() < count; prefix++) {
            for (int left = random.nextInt(1, 5); left > 0 && targets.size() < count; left--) {
                targets.add(target(targets.size(), prefix, count));
            }
        }
        return targets;
    }

    private Target target(int number, int prefix, int count) {
        var address = "198.18." + prefix + "." + (10 + number);
        var hasName = random.nextDouble() < 0.85;
        var domain = hasName ? "corp" + random.nextInt(Math.max(2, count / 3)) + ".example" : "";
        var host = hasName ? "host" + number + "." + domain : address;
        return new Target(host, domain, address, "198.18." + prefix + ".0/24", FIRST_TARGET_AS + prefix / 2);
    }

    private List<Test> tests(List<Agent> agents, List<Target> targets) {
        var tests = new ArrayList<Test>();
        for (var target : targets) {
            for (int left = random.nextInt(1, 3); left > 0; left--) {
                tests.add(test(tests.size(), target, agents));
            }
        }
        return tests;
    }

    private Test test(int number, Target target, List<Agent> agents) {
        var dice = random.nextDouble();
        var kind = dice < 0.65 ? Kind.WEB : dice < 0.9 || target.domain().isEmpty() ? Kind.NETWORK : Kind.NAMES;
        var proxy = kind == Kind.WEB && random.nextDouble() < 0.25 ? "proxy" + random.nextInt(2) + ".example" : "";
        var interval = List.of(1, 1, 2, 5).get(random.nextInt(4));
        var share = random.nextDouble(0.3, 0.9);
        var chosen = agents.stream().filter(agent -> random.nextDouble() < share).toList();
        return new Test("" + (1000 + number), "group" + number % 2, kind, target, proxy, interval,
                chosen.size() < 3 ? agents.subList(0, 3) : chosen);
    }
}
