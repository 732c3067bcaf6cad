package io.tocsin.detection.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

import io.tocsin.model.result.TestResult;

/**
 * Names a flow in an organization. The layers of a test are one flow: they fail together, and counted each they would make one failure
 * look like several.
 *
 * @param part the server of a DNS server test or the prefix of a BGP test, empty for all others
 */
public record FlowKey(String accountGroup, String test, String source, String part) {

    static FlowKey of(TestResult result) {
        var target = result.target();
        var part = target.server() != null ? target.server() : target.serverId() != null ? target.serverId() : target.prefix();
        return new FlowKey(result.scope().accountGroup(), result.test().id(), result.source().id(), part == null ? "" : part);
    }

    /** Names the test in the organization. */
    String testName() {
        return accountGroup + " " + test;
    }

    public void write(DataOutput out) throws IOException {
        out.writeUTF(accountGroup);
        out.writeUTF(test);
        out.writeUTF(source);
        out.writeUTF(part);
    }

    public static FlowKey read(DataInput in) throws IOException {
        return new FlowKey(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
    }
}
