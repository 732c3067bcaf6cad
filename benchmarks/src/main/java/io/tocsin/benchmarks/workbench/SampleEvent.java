package io.tocsin.benchmarks.workbench;

/** An event as a monitoring system sends it, about 450 bytes. The reference inserts the same values. */
public final class SampleEvent {

    public static final String TEXT = "The root file system is at 97 %. Writes fail with no space left on device, and the checkout service"
            + " answers every third request with 500 since ten o clock. See the runbook about full disks.";

    private SampleEvent() {}

    public static String json(long number) {
        return """
                {"title":"Disk full on web-%d","text":"%s","alert_type":"error","priority":"normal","host":"web-%d.example.com",\
                "source_type_name":"nagios","tags":["env:prod","region:eu-central-1","service:checkout","team:payments"]}"""
                .formatted(number, TEXT, number % 1_000);
    }
}
