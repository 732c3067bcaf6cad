package io.tocsin.dialects.dynatrace;

import static io.tocsin.model.Severity.ERROR;
import static io.tocsin.model.Severity.INFO;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.tocsin.model.Severity;

/** The types of events which clients may post (wire/dynatrace.md §4 and §7), by the names of version 2. */
public enum PostedType {
    AVAILABILITY_EVENT(true, ERROR, "description", "title"),
    CUSTOM_ALERT(true, Severity.WARNING, "description", "title"),
    CUSTOM_ANNOTATION(false, INFO, "annotationType", "annotationDescription"),
    CUSTOM_CONFIGURATION(false, INFO, "description", "configuration"),
    CUSTOM_DEPLOYMENT(false, INFO, "deploymentName", "deploymentVersion"),
    CUSTOM_INFO(false, INFO, "description"),
    ERROR_EVENT(true, ERROR, "description", "title"),
    MARKED_FOR_TERMINATION(false, INFO, "description"),
    PERFORMANCE_EVENT(true, Severity.WARNING, "description", "title"),
    RESOURCE_CONTENTION_EVENT(true, Severity.WARNING, "description", "title"),
    /** Of version 2 only. */
    WARNING(true, Severity.WARNING, "title");

    private final boolean opensProblem;
    private final Severity severity;
    private final List<String> mandatory;

    PostedType(boolean opensProblem, Severity severity, String... mandatory) {
        this.opensProblem = opensProblem;
        this.severity = severity;
        this.mandatory = List.of(mandatory);
    }

    static Optional<PostedType> inVersion1(String name) {
        return Stream.of(values())
                .filter(type -> type != WARNING && type.nameInVersion1().equals(name))
                .findFirst();
    }

    static Optional<PostedType> inVersion2(String name) {
        return Stream.of(values())
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    String nameInVersion1() {
        return DynatraceEventTypes.inVersion1(name());
    }

    /** Whether such an event stays open until its timeout, and is refreshed by posting it again. */
    public boolean opensProblem() {
        return opensProblem;
    }

    Severity severity() {
        return severity;
    }

    /** The fields which version 1 documents as required for this type, beside those which every push needs. */
    List<String> mandatory() {
        return mandatory;
    }
}
