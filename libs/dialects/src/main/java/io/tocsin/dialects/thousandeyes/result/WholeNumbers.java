package io.tocsin.dialects.thousandeyes.result;

import java.util.Set;

import io.tocsin.model.result.ResultLayer;

/** Which measurements ThousandEyes has as integers: strict clients take a number with a fraction for none of these. */
final class WholeNumbers {

    private static final Set<String> NAMES = Set.of("responseCode", "numRedirects", "redirectTime", "dnsTime", "connectTime",
            "sslTime", "waitTime", "receiveTime", "responseTime", "totalTime", "wireSize", "totalSize", "numObjects",
            "numErrors", "domLoadTime", "pageLoadTime", "componentErrors", "transactionTime", "duration", "pageNum",
            "componentCount", "errorCount", "resolutionTime", "queries", "failedQueries", "finalQueryTime", "registerTime",
            "inviteTime", "optionsTime", "latency", "pdv", "asn", "numberOfHops", "mss", "pathMtu", "hop", "daysUntilExpiry");

    private WholeNumbers() {}

    static boolean in(ResultLayer layer, String name) {
        return switch (layer) {
            case FTP_SERVER -> name.equals("throughput") || NAMES.contains(name) && !isTime(name);
            case API -> NAMES.contains(name) && !isTime(name);
            case PAGE_LOAD -> NAMES.contains(name) && !name.equals("responseTime");
            default -> NAMES.contains(name);
        };
    }

    private static boolean isTime(String name) {
        return name.endsWith("Time");
    }
}
