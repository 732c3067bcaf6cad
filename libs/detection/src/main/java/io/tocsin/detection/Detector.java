package io.tocsin.detection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.tocsin.detection.Found.Course;
import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.Phase;
import io.tocsin.detection.flow.Flow;
import io.tocsin.detection.flow.FlowBook;
import io.tocsin.detection.flow.FlowKey;
import io.tocsin.detection.flow.Observation;
import io.tocsin.detection.life.DetectedEvent;
import io.tocsin.detection.life.EventLife;

/**
 * Judges the results of one organization minute by minute. What it finds depends on nothing but the results of each minute and the
 * settings, so that whoever goes on from a snapshot finds the same.
 */
public final class Detector {

    private static final int FORMAT = 4;
    private static final int NOT_YET = -1;

    private final DetectionSettings settings;
    private final FlowBook flows;
    private final EventLife life;
    private int firstMinute = NOT_YET;

    public Detector(String organization, DetectionSettings settings) {
        this.settings = settings;
        this.flows = new FlowBook(settings.metrics(), settings.noise());
        this.life = new EventLife(organization, settings.diagnosis(), settings.life());
    }

    /**
     * Minutes must be judged in their order and without gaps.
     *
     * @param minute since 1970
     * @param observations of the rounds which began in this minute, in any order
     * @return the events which are running, and those which are over since this minute
     */
    public List<DetectedEvent> judge(int minute, Collection<Observation> observations) {
        firstMinute = firstMinute == NOT_YET ? minute : firstMinute;
        flows.take(minute, observations);
        var events = minute - firstMinute < settings.learningMinutes() ? List.<DetectedEvent>of() : life.step(flows);
        flows.learn(life::explains);
        return events;
    }

    /** The minute judged last; 0 before the first. */
    public int minute() {
        return flows.minute();
    }

    /** How many flows it knows. */
    public int flows() {
        return flows.flows().size();
    }

    /** How the flows of a component fared in the minutes up to the one judged last, the oldest first; 64 minutes at most. */
    public List<Course> course(Component component, int minutes) {
        var members = flows.members(component).stream().filter(flows::counts).toList();
        return IntStream.rangeClosed(1, minutes).mapToObj(place -> course(members, minutes - place)).toList();
    }

    private Course course(List<Flow> members, int minutesAgo) {
        var began = members.stream().filter(flow -> flow.strip().hasRound(minutesAgo)).toList();
        var failed = began.stream().filter(flow -> flow.strip().failed(minutesAgo)).count();
        var usual = began.stream().mapToDouble(Flow::expectedOnsets).sum();
        return new Course(minute() - minutesAgo, began.size(), (int) failed, usual);
    }

    /** What went wrong in the latest rounds of those of the flows which fail, and in how many. */
    public Map<Phase, Integer> phases(Collection<FlowKey> keys) {
        return keys.stream()
                .map(flows::flow)
                .filter(flow -> flow != null && flow.phase() != null && flow.strip().failedWithin(1))
                .collect(Collectors.toMap(Flow::phase, flow -> 1, Integer::sum));
    }

    /** All that it knows, for {@link #restored}. */
    public byte[] snapshot() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(firstMinute);
            flows.write(out);
            life.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The one of which the snapshot was taken.
     *
     * @throws UncheckedIOException if it is none, or of a version of this code which remembers other things
     */
    public static Detector restored(byte[] snapshot, String organization, DetectionSettings settings) {
        var detector = new Detector(organization, settings);
        try (var in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("the snapshot has another format than " + FORMAT);
            }
            detector.firstMinute = in.readInt();
            detector.flows.read(in);
            detector.life.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return detector;
    }
}
