package io.tocsin.events.api.otlp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.google.protobuf.InvalidProtocolBufferException;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.tocsin.http.problem.CallFailed;
import io.tocsin.http.problem.Failure;

/** Reads an {@code ExportMetricsServiceRequest}. One reader reads one body. */
final class OtlpProtobufReader {

    private final List<OtlpPoint> points = new ArrayList<>();
    private int others;

    /** Fails with {@link CallFailed}. */
    OtlpMetrics read(byte[] body) {
        try {
            for (var ofResource : ExportMetricsServiceRequest.parseFrom(body).getResourceMetricsList()) {
                var resource = attributes(ofResource.getResource().getAttributesList());
                ofResource.getScopeMetricsList()
                        .forEach(ofScope -> ofScope.getMetricsList().forEach(metric -> read(metric, resource)));
            }
            return new OtlpMetrics(points, others);
        } catch (InvalidProtocolBufferException e) {
            throw new CallFailed(Failure.of(400, "The body is no ExportMetricsServiceRequest in protobuf: " + e.getMessage()));
        }
    }

    private void read(Metric metric, Attributes resource) {
        switch (metric.getDataCase()) {
            case GAUGE -> metric.getGauge().getDataPointsList().forEach(point -> add(metric, resource, point));
            case SUM -> metric.getSum().getDataPointsList().forEach(point -> add(metric, resource, point));
            case HISTOGRAM -> others += metric.getHistogram().getDataPointsCount();
            case EXPONENTIAL_HISTOGRAM -> others += metric.getExponentialHistogram().getDataPointsCount();
            case SUMMARY -> others += metric.getSummary().getDataPointsCount();
            case DATA_NOT_SET -> {
                // it has no points
            }
        }
    }

    private void add(Metric metric, Attributes resource, NumberDataPoint point) {
        var value = switch (point.getValueCase()) {
            case AS_DOUBLE -> point.getAsDouble();
            case AS_INT -> (double) point.getAsInt();
            case VALUE_NOT_SET -> Double.NaN;
        };
        points.add(new OtlpPoint(metric.getName(), metric.getUnit(), resource, attributes(point.getAttributesList()), value,
                point.getTimeUnixNano()));
    }

    private static Attributes attributes(List<KeyValue> attributes) {
        var read = new Attributes();
        attributes.forEach(attribute -> read.put(attribute.getKey(), () -> text(attribute.getValue())));
        return read;
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case ARRAY_VALUE -> value.getArrayValue()
                    .getValuesList()
                    .stream()
                    .map(OtlpProtobufReader::text)
                    .collect(Collectors.joining(" "));
            default -> "";
        };
    }
}
