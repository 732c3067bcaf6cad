package io.tocsin.events.api.thousandeyes;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import jakarta.inject.Singleton;

import io.tocsin.events.detection.EvidenceReport;
import io.tocsin.events.detection.FoundDetail;
import io.tocsin.events.detection.FoundFlow;
import io.tocsin.events.detection.Naming;
import io.tocsin.events.result.Minutes;

/** From a report of evidence to what readers of one account group see of it. */
@Singleton
class EvidenceTranslator {

    private static final String TEST = "Shiryaev-Roberts";

    private final Links links;

    EvidenceTranslator(Links links) {
        this.links = links;
    }

    EventEvidence answer(FoundDetail detail, String aid) {
        var event = detail.event();
        var report = detail.evidence();
        return new EventEvidence(
                EventTranslator.base(event),
                event.detectedAt().truncatedTo(ChronoUnit.SECONDS),
                EventTitles.summary(event),
                EventTitles.grouping(event.component()),
                statistic(report),
                report.phases(),
                report.series().stream().map(EvidenceTranslator::minute).toList(),
                report.rejected().stream().map(rejected -> rejected(rejected, detail.flows())).toList(),
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
        var begin = Minutes.begin(point.minute());
        return point.rounds() == 0
                ? new EventEvidence.Minute(begin, 0, 0, null, null)
                : new EventEvidence.Minute(begin, point.rounds(), point.failures(), (double) point.failures() / point.rounds(),
                        point.usual() / point.rounds());
    }

    private static EventEvidence.Rejected rejected(EvidenceReport.Rejected rejected, List<FoundFlow> flows) {
        var component = rejected.component();
        var grouping = component.filter(known -> Naming.isOpenTo(flows, known)).map(EventTitles::grouping).orElse(null);
        return new EventEvidence.Rejected(rejected.type(), component.map(known -> known.type().title()).orElse(rejected.type()),
                grouping, rejected.worseBy(), String.format(Locale.ROOT, "It explains the failures 10^%.1f times less well.",
                        decimal(rejected.worseBy())));
    }
}
