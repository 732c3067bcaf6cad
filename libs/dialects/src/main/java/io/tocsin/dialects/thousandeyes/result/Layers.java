package io.tocsin.dialects.thousandeyes.result;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.TestType;

/** The last word of ThousandEyes' paths of results, {@code /v7/test-results/{testId}/http-server}, and which one a test has anyway. */
public final class Layers {

    static final String WORDS = Arrays.stream(ResultLayer.values())
            .map(Layers::word)
            .collect(Collectors.joining(", "));

    private static final String VOICE = "rtp-server";

    private Layers() {}

    public static Optional<ResultLayer> named(String word) {
        return word.equals(VOICE) ? Optional.of(ResultLayer.VOICE) : ResultLayer.named(word);
    }

    /** For paths. */
    public static String word(ResultLayer layer) {
        return layer == ResultLayer.VOICE ? VOICE : layer.word();
    }

    public static ResultLayer of(TestType type) {
        return switch (type) {
            case API -> ResultLayer.API;
            case AGENT_TO_AGENT, AGENT_TO_SERVER, ENDPOINT_NETWORK_SERVER -> ResultLayer.NETWORK;
            case BGP -> ResultLayer.BGP;
            case HTTP_SERVER, ENDPOINT_HTTP_SERVER -> ResultLayer.HTTP_SERVER;
            case PAGE_LOAD -> ResultLayer.PAGE_LOAD;
            case WEB_TRANSACTIONS -> ResultLayer.WEB_TRANSACTIONS;
            case FTP_SERVER -> ResultLayer.FTP_SERVER;
            case DNS_TRACE -> ResultLayer.DNS_TRACE;
            case DNS_SERVER -> ResultLayer.DNS_SERVER;
            case DNSSEC -> ResultLayer.DNSSEC;
            case SIP_SERVER -> ResultLayer.SIP_SERVER;
            case VOICE -> ResultLayer.VOICE;
            case ENDPOINT_PATH_TRACE -> ResultLayer.PATH_VIS;
        };
    }
}
