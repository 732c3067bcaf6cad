package io.tocsin.detection.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.detection.diagnosis.Finding;

/**
 * Why an event's component is held to be at fault, as of the minute that said so most clearly.
 *
 * @param logOdds how much likelier the rounds are with the fault than without, as a natural logarithm
 * @param threshold which it had to exceed
 * @param rejected other components and by how much they explain the failures worse, as logarithms of odds
 */
public record Evidence(double logOdds, double threshold, List<Finding.Rejected> rejected) {

    public Evidence {
        rejected = List.copyOf(rejected);
    }

    static Evidence of(Finding finding) {
        return new Evidence(finding.evidence(), finding.threshold(), finding.rejected());
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(logOdds);
        out.writeDouble(threshold);
        out.writeByte(rejected.size());
        for (var other : rejected) {
            writeComponent(other.component(), out);
            out.writeDouble(other.worseBy());
        }
    }

    static Evidence read(DataInput in) throws IOException {
        var logOdds = in.readDouble();
        var threshold = in.readDouble();
        var rejected = new ArrayList<Finding.Rejected>();
        for (int left = in.readByte(); left > 0; left--) {
            rejected.add(new Finding.Rejected(readComponent(in), in.readDouble()));
        }
        return new Evidence(logOdds, threshold, rejected);
    }

    static void writeComponent(Component component, DataOutput out) throws IOException {
        out.writeByte(component.type().ordinal());
        out.writeUTF(component.name());
    }

    static Component readComponent(DataInput in) throws IOException {
        return new Component(EventType.values()[in.readByte()], in.readUTF());
    }
}
