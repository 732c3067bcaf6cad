package io.tocsin.detection.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.TestResult;

/** Where a path trace ended which reached its target; what is not known is empty or 0. */
record Route(String prefix, int asn, String proxy) {

    static final Route UNKNOWN = new Route("", 0, "");

    private static final Pattern AS = Pattern.compile("\\(AS ?(\\d{1,10})\\)");

    /** Empty when the trace did not reach the target: its last hop then says nothing about the target. */
    static Optional<Route> of(TestResult result) {
        var measured = result.measurements();
        var target = measured.text("serverIp").orElse("");
        return lastHop(measured)
                .filter(hop -> target.isEmpty() || target.equals(hop.text("ipAddress").orElse(target)))
                .map(hop -> new Route(hop.text("prefix").orElse(""), asnOf(hop), proxy(measured)));
    }

    private static String proxy(Measurements measured) {
        return measured.flag("targetIsProxy").orElse(false) ? measured.text("server").orElse("") : "";
    }

    private static Optional<Measurements> lastHop(Measurements measured) {
        var traces = measured.parts("pathTraces");
        var hops = traces.isEmpty() ? measured.parts("hops") : traces.get(traces.size() - 1).parts("hops");
        return last(hops);
    }

    private static Optional<Measurements> last(List<Measurements> hops) {
        return hops.isEmpty() ? Optional.empty() : Optional.of(hops.get(hops.size() - 1));
    }

    private static int asnOf(Measurements hop) {
        return hop.number("asn").isPresent()
                ? (int) (long) hop.number("asn").getAsDouble()
                : asn(hop.text("network").orElse(""));
    }

    /** Of {@code Example Net (AS 64500)}; 0 if it names none. */
    static int asn(String network) {
        var found = AS.matcher(network);
        return found.find() ? (int) Long.parseLong(found.group(1)) : 0;
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(prefix);
        out.writeInt(asn);
        out.writeUTF(proxy);
    }

    static Route read(DataInput in) throws IOException {
        return new Route(in.readUTF(), in.readInt(), in.readUTF());
    }
}
