package io.tocsin.events.api.otlp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import com.google.protobuf.CodedOutputStream;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.tocsin.http.problem.Failure;

/** Answers in the encoding of the request: what was taken, or {@code google.rpc.Status} for a call that failed. */
final class OtlpAnswers {

    static final String PROTOBUF = "application/x-protobuf";

    private OtlpAnswers() {}

    static boolean isProtobuf(MediaType type) {
        return type != null && PROTOBUF.equals(type.getType() + "/" + type.getSubtype());
    }

    static RestResponse<Object> taken(Rejections rejections, boolean protobuf) {
        return protobuf
                ? answer(200, PROTOBUF, response(rejections).toByteArray()).build()
                : answer(200, MediaType.APPLICATION_JSON, json(rejections)).build();
    }

    private static ExportMetricsServiceResponse response(Rejections rejections) {
        return rejections.count() == 0
                ? ExportMetricsServiceResponse.getDefaultInstance()
                : ExportMetricsServiceResponse.newBuilder()
                        .setPartialSuccess(ExportMetricsPartialSuccess.newBuilder()
                                .setRejectedDataPoints(rejections.count())
                                .setErrorMessage(rejections.message()))
                        .build();
    }

    /** In OTLP's JSON a 64-bit number is a text. */
    private static Map<String, Object> json(Rejections rejections) {
        return rejections.count() == 0
                ? Map.of()
                : Map.of("partialSuccess", Map.of("rejectedDataPoints", Integer.toString(rejections.count()), "errorMessage",
                        rejections.message()));
    }

    static RestResponse<Object> failed(Failure failure, boolean protobuf) {
        var code = code(failure.status());
        var message = failure.detail() + failure.errors()
                .stream()
                .map(error -> " " + error.field() + " " + error.message() + ".")
                .collect(Collectors.joining());
        var answer = protobuf
                ? answer(failure.status(), PROTOBUF, status(code, message))
                : answer(failure.status(), MediaType.APPLICATION_JSON, new LinkedHashMap<>(Map.of("code", code, "message",
                        message)));
        failure.headers().forEach(answer::header);
        return answer.build();
    }

    private static ResponseBuilder<Object> answer(int status, String type, Object body) {
        return ResponseBuilder.<Object>create(status)
                .entity(body)
                .type(type);
    }

    /** Its only members here are {@code int32 code = 1} and {@code string message = 2}. */
    private static byte[] status(int code, String message) {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = CodedOutputStream.newInstance(bytes);
            out.writeInt32(1, code);
            out.writeString(2, message);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** {@code google.rpc.Code}. */
    private static int code(int status) {
        return switch (status) {
            case 401 -> 16;
            case 403 -> 7;
            case 404 -> 5;
            case 405 -> 12;
            case 413, 429 -> 8;
            case 503 -> 14;
            default -> status < 500 ? 3 : 13;
        };
    }
}
