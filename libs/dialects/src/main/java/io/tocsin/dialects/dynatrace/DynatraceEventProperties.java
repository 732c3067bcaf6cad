package io.tocsin.dialects.dynatrace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The properties which Dynatrace itself knows. A poster may add any others. */
public final class DynatraceEventProperties {

    private static final List<DynatraceEventProperty> ALL = Stream.of(
            writable(Properties.ALLOW_DAVIS_MERGE, "Allow merge",
                    "Whether the event may be merged with others into one problem"),
            writable(Properties.ANNOTATION_DESCRIPTION, "Annotation description", "What the annotation says"),
            writable(Properties.ANNOTATION_TYPE, "Annotation type", "The kind of annotation"),
            writable("dt.event.configuration.changed", "Changed configuration", "The new value of the configuration"),
            writable(Properties.CONFIGURATION, "Configuration", "The configuration that was changed"),
            writable("dt.event.configuration.original", "Original configuration", "The former value of the configuration"),
            writable("dt.event.deployment.ci_back_link", "CI back link", "A link to the pipeline that deployed"),
            writable(Properties.DEPLOYMENT_NAME, "Deployment name", "The name of the deployment"),
            writable("dt.event.deployment.project", "Deployment project", "The project that was deployed"),
            writable("dt.event.deployment.release_build_version", "Build version", "The build that was deployed"),
            writable("dt.event.deployment.release_product", "Product", "The product that was deployed"),
            writable("dt.event.deployment.release_stage", "Stage", "Where it was deployed to"),
            writable("dt.event.deployment.release_version", "Release version", "The release that was deployed"),
            writable("dt.event.deployment.remediation_action_link", "Remediation action", "A link to what takes it back"),
            writable(Properties.DEPLOYMENT_VERSION, "Deployment version", "The version of the deployment"),
            writable(Properties.DESCRIPTION, "Description", "The text of the event"),
            added(Properties.GROUP_LABEL, "Group label", "The event type in words"),
            added(Properties.IMPACT_LEVEL, "Impact level", "How far the event reaches"),
            added(Properties.ROOT_CAUSE_RELEVANT, "Root cause relevant", "Whether the event may be the cause of a problem"),
            writable(Properties.SOURCE, "Custom source", "The system which sent the event"),
            added(Properties.TIMEOUT, "Timeout", "Minutes until the event ends unless it is sent again"),
            writable(Properties.TIMESERIES_IDS, "Timeseries", "The metrics which the event is about"),
            added(Properties.TITLE, "Title", "The title of the event"))
            .toList();

    private DynatraceEventProperties() {}

    /** By key. */
    public static List<DynatraceEventProperty> all() {
        return ALL;
    }

    public static Optional<DynatraceEventProperty> named(String key) {
        return ALL.stream().filter(property -> property.key().equals(key)).findFirst();
    }

    private static DynatraceEventProperty writable(String key, String name, String description) {
        return new DynatraceEventProperty(key, name, description, true, true);
    }

    private static DynatraceEventProperty added(String key, String name, String description) {
        return new DynatraceEventProperty(key, name, description, false, true);
    }
}
