package io.tocsin.alerts.expression;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

import io.tocsin.alerts.expression.EventMonitorParser.MonitorContext;
import io.tocsin.expression.ExpressionRejected;
import io.tocsin.query.EventQuery;
import io.tocsin.query.QuerySyntaxError;
import io.tocsin.query.tree.Reserved;

/** From text to {@link EventExpression}: the grammar first, then what a grammar cannot say. */
final class EventExpressionParser {

    static final Duration LONGEST_WINDOW = Duration.ofDays(1);
    static final int HIGHEST_THRESHOLD = 10_000;
    static final int MOST_FACETS = 4;

    private static final Pattern WINDOW = Pattern.compile("(\\d{1,9})([smhd])");
    private static final Pattern FACET = Pattern.compile("@?[^\\s,:@\"'\\\\]{1,100}");

    /** Texts and times are different in every event. */
    private static final Set<Reserved> NOT_FACETS = EnumSet.of(Reserved.MESSAGE, Reserved.TIMESTAMP, Reserved.TAGS);

    private EventExpressionParser() {}

    static EventExpression parse(String text) {
        var monitor = syntaxOf(text);
        return new EventExpression(
                search(QuotedText.of(monitor.search)),
                rollup(monitor),
                monitor.facets == null ? List.of() : facets(QuotedText.of(monitor.facets)),
                window(QuotedText.of(monitor.window)),
                threshold(monitor));
    }

    private static MonitorContext syntaxOf(String text) {
        var parser = new EventMonitorParser(new CommonTokenStream(new EventMonitorLexer(CharStreams.fromString(text))));
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxErrors());
        return parser.monitor();
    }

    private static EventQuery search(QuotedText search) {
        try {
            return EventQuery.parse(search.text());
        } catch (QuerySyntaxError e) {
            throw new ExpressionRejected(search.offsetOf(e.position()), complaint(e));
        }
    }

    /** Without its column, which counts from the beginning of the search. */
    private static String complaint(QuerySyntaxError e) {
        return e.getMessage().replaceFirst("^column \\d+: ", "");
    }

    private static Rollup rollup(MonitorContext monitor) {
        var method = QuotedText.of(monitor.method);
        return switch (method.text()) {
            case "count" -> count(monitor.measure);
            case "cardinality" -> new Rollup.Cardinality(measure(monitor));
            default -> throw new ExpressionRejected(method.offsetOf(0),
                    "rollup \"" + method.text() + "\" is not supported; use \"count\" or \"cardinality\"");
        };
    }

    private static Rollup count(Token measure) {
        if (measure != null) {
            throw new ExpressionRejected(measure.getStartIndex(), "rollup \"count\" counts events and takes nothing else");
        }
        return new Rollup.Count();
    }

    private static Facet measure(MonitorContext monitor) {
        if (monitor.measure == null) {
            throw new ExpressionRejected(monitor.method.getStopIndex() + 1,
                    "rollup \"cardinality\" needs the facet whose values it counts, such as , \"host\"");
        }
        var name = QuotedText.of(monitor.measure);
        return facet(name.text(), name.offsetOf(0));
    }

    private static List<Facet> facets(QuotedText list) {
        var facets = new ArrayList<Facet>();
        int at = 0;
        for (var name : list.text().split(",", -1)) {
            facets.add(facet(name.strip(), list.offsetOf(at)));
            at += name.length() + 1;
        }
        if (facets.size() > MOST_FACETS || facets.stream().distinct().count() < facets.size()) {
            throw new ExpressionRejected(list.offsetOf(0), "by takes up to " + MOST_FACETS + " facets, each once");
        }
        return facets;
    }

    private static Facet facet(String name, int offset) {
        if (!FACET.matcher(name).matches() || Reserved.named(name).filter(NOT_FACETS::contains).isPresent()) {
            throw new ExpressionRejected(offset,
                    "'" + name + "' is no facet; use host, source, status, a tag key such as service, or @attribute");
        }
        return new Facet(name);
    }

    private static Duration window(QuotedText last) {
        var parts = WINDOW.matcher(last.text());
        if (!parts.matches()) {
            throw new ExpressionRejected(last.offsetOf(0),
                    "'" + last.text() + "' is no window; use a whole number and s, m, h or d, such as \"5m\"");
        }
        long seconds = Long.parseLong(parts.group(1)) * secondsIn(parts.group(2).charAt(0));
        if (seconds < 1 || seconds > LONGEST_WINDOW.toSeconds()) {
            throw new ExpressionRejected(last.offsetOf(0), "a window lasts from 1s to 1d, not " + last.text());
        }
        return Duration.ofSeconds(seconds);
    }

    private static long secondsIn(char unit) {
        return switch (unit) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3_600;
            case 'd' -> 86_400;
            default -> throw new IllegalArgumentException("unit " + unit);
        };
    }

    /** What silence satisfies, or further events end, would need another kind of evaluation. */
    private static int threshold(MonitorContext monitor) {
        return switch (monitor.comparator().getText()) {
            case ">" -> number(monitor, 0) + 1;
            case ">=" -> number(monitor, 1);
            default -> throw new ExpressionRejected(monitor.comparator().getStart().getStartIndex(),
                    "only > and >= are supported: an alert of events means that there are too many of them");
        };
    }

    private static int number(MonitorContext monitor, int lowest) {
        var text = monitor.threshold.getText();
        if (text.matches("\\d{1,6}")) {
            int number = Integer.parseInt(text);
            if (number >= lowest && number <= HIGHEST_THRESHOLD) {
                return number;
            }
        }
        throw new ExpressionRejected(monitor.threshold.getStartIndex(),
                "after " + monitor.comparator().getText() + " stands a whole number from " + lowest + " to " + HIGHEST_THRESHOLD
                        + ", not " + text);
    }
}
