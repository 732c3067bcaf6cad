package io.tocsin.events.api.thousandeyes;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.events.detection.EvidenceReport;
import io.tocsin.events.detection.FoundEvent;
import io.tocsin.events.detection.FoundFlow;

/** From a report of evidence to what readers of one account group see of it. */
@Singleton
class EvidenceTranslator {

    private static final String TEST = "Shiryaev-Roberts";

    private final Links links;

    EvidenceTranslator(Links links) {
        this.links = links;
    }

    /** @param flows which the event touches in the reader's account group */
    EventEvidence answer(FoundEvent event, List<FoundFlow> flows, EvidenceReport report, String aid) {
        return new EventEvidence(
                EventTranslator.base(event),
                event.detectedAt().truncatedTo(ChronoUnit.SECONDS),
                EventTitles.grouping(event.component()),
                statistic(report),
                report.phases(),
                report.series().stream().map(EvidenceTranslator::minute).toList(),
                report.rejected().stream().map(rejected -> rejected(rejected, flows)).toList(),
                links.evidence(event.id(), aid));
    }

    private static EventEvidence.Statistic statistic(EvidenceReport report) {
        return new EventEvidence.Statistic(TEST, report.logOdds(), report.threshold(), String.format(Locale.ROOT,
                "The rounds are 10^%.1f times likelier with a fault of this component than without; more than 10^%.1f was needed.",
                decimal(report.logOdds()), decimal(report.threshold())));
    }

    private static double decimal(double naturalLogarithm) {
        return naturalLogarithm / Math.log(10);
    }

    private static EventEvidence.Minute minute(EvidenceReport.Point point) {
        var begin = Instant.EPOCH.plus(Duration.ofMinutes(point.minute()));
        return point.rounds() == 0
                ? new EventEvidence.Minute(begin, 0, 0, null, null)
                : new EventEvidence.Minute(begin, point.rounds(), point.failures(), (double) point.failures() / point.rounds(),
                        point.usual() / point.rounds());
    }

    private static EventEvidence.Rejected rejected(EvidenceReport.Rejected rejected, List<FoundFlow> flows) {
        var type = Stream.of(EventType.values()).filter(known -> known.word().equals(rejected.type())).findFirst();
        return type.map(known -> new Component(known, rejected.name()))
                .map(component -> new EventEvidence.Rejected(rejected.type(), component.type().title(),
                        mayBeNamed(component, flows) ? EventTitles.grouping(component) : null, rejected.worseBy()))
                .orElseGet(() -> new EventEvidence.Rejected(rejected.type(), rejected.type(), null, rejected.worseBy()));
    }

    /** Agents, targets and proxies belong to account groups; networks are everybody's. */
    private static boolean mayBeNamed(Component component, List<FoundFlow> flows) {
        var name = component.name();
        return switch (component.type()) {
            case AGENT_LOCAL -> flows.stream().anyMatch(flow -> flow.source().id().equals(name));
            case TARGET -> flows.stream().anyMatch(flow -> flow.target().equals(name));
            case DNS -> flows.stream().anyMatch(flow -> flow.target().equals(name) || flow.target().endsWith("." + name));
            case PROXY -> false;
            case TARGET_NETWORK, NETWORK, NETWORK_POP -> true;
        };
    }
}
