package io.tocsin.detection.flow;

import java.util.Locale;

import io.tocsin.detection.component.Phase;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.TestResult;

/** What a result says went wrong, without regard to its past. */
final class Errors {

    private static final int FIRST_ERROR_CODE = 400;

    private Errors() {}

    /** Null when nothing did. */
    static Phase phaseOf(TestResult result) {
        var measured = result.measurements();
        var type = measured.text("errorType").orElse("").toLowerCase(Locale.ROOT);
        if (!type.isEmpty() && !type.equals("none")) {
            return ofType(type, result.layer());
        }
        return hasError(measured) ? ofLayer(result.layer()) : null;
    }

    private static boolean hasError(Measurements measured) {
        return !measured.text("errorDetails").orElse("").isEmpty()
                || measured.number("responseCode").orElse(0) >= FIRST_ERROR_CODE
                || measured.number("availability").orElse(1) == 0
                || measured.number("completion").orElse(1) == 0
                || !measured.flag("isValid").orElse(true);
    }

    private static Phase ofType(String type, ResultLayer layer) {
        if (type.contains("proxy")) {
            return Phase.PROXY;
        }
        if (type.contains("dns") || type.contains("resol") || type.contains("name")) {
            return Phase.DNS;
        }
        return type.contains("connect") || type.contains("unreach") ? Phase.UNREACHABLE : ofLayer(layer);
    }

    private static Phase ofLayer(ResultLayer layer) {
        return switch (layer) {
            case DNS_SERVER, DNS_TRACE, DNSSEC -> Phase.DNS;
            case NETWORK, PATH_VIS, BGP, VOICE, AGENT -> Phase.NETWORK;
            case HTTP_SERVER, PAGE_LOAD, WEB_TRANSACTIONS, API, FTP_SERVER, SIP_SERVER -> Phase.SERVER;
        };
    }
}
