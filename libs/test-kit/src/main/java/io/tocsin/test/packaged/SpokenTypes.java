package io.tocsin.test.packaged;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.ReferencedClassObject;

/**
 * The types of ours which a library reads or writes by looking at them: entities, what resources answer and take, what is named or
 * handed over where JSON or YAML is read and written, and whatever these consist of. A type that is written as a plain {@code Object}
 * cannot be told from its code: its parts are known once it is registered.
 */
final class SpokenTypes {

    private static final String OURS = "io.tocsin.";
    private static final String REGISTRATION = "io.quarkus.runtime.annotations.RegisterForReflection";
    private static final Set<String> VERBS = Set.of("jakarta.ws.rs.GET", "jakarta.ws.rs.POST", "jakarta.ws.rs.PUT",
            "jakarta.ws.rs.PATCH", "jakarta.ws.rs.DELETE", "jakarta.ws.rs.HEAD");
    private static final Set<String> READERS = Set.of("readValue", "readerFor", "convertValue", "treeToValue");
    private static final Set<String> WRITERS = Set.of("writeValueAsString", "writeValueAsBytes", "valueToTree");

    private final JavaClasses classes;
    private final Set<String> forwarders;

    private SpokenTypes(JavaClasses classes) {
        this.classes = classes;
        this.forwarders = codeOf(classes)
                .filter(code -> calls(code, READERS) && takesAClass(code))
                .map(JavaCodeUnit::getFullName)
                .collect(Collectors.toSet());
    }

    /** Their names. Enums are left out: Jackson needs nothing of them but their constants, which an image knows. */
    static Set<String> among(JavaClasses classes) {
        return new SpokenTypes(classes).all()
                .stream()
                .filter(type -> !type.isEnum() && !type.isInterface() && !type.isAnnotation())
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    }

    private static Stream<JavaCodeUnit> codeOf(JavaClasses classes) {
        return classes.stream().flatMap(type -> type.getCodeUnits().stream());
    }

    private Set<JavaClass> all() {
        var found = new LinkedHashSet<JavaClass>();
        var left = new ArrayDeque<>(codeOf(classes).flatMap(this::namedBy).toList());
        classes.stream().flatMap(SpokenTypes::registeredBy).forEach(left::add);
        while (!left.isEmpty()) {
            var type = left.pop();
            if (type.getName().startsWith(OURS) && found.add(type)) {
                partsOf(type).forEach(left::add);
            }
        }
        classes.stream().filter(type -> type.isAnnotatedWith("jakarta.persistence.Entity")).forEach(found::add);
        return found;
    }

    /** What somebody thought of: whatever such a type consists of is spoken, too. */
    private static Stream<JavaClass> registeredBy(JavaClass type) {
        return type.getAnnotations()
                .stream()
                .filter(annotation -> annotation.getRawType().getName().equals(REGISTRATION))
                .flatMap(annotation -> Stream.of((JavaClass[]) annotation.get("targets").orElse(new JavaClass[0])));
    }

    private Stream<JavaClass> namedBy(JavaCodeUnit code) {
        if (code.getAnnotations().stream().anyMatch(annotation -> VERBS.contains(annotation.getRawType().getName()))) {
            return spokenBy(code);
        }
        if (calls(code, READERS) || callsForwarder(code)) {
            return code.getReferencedClassObjects().stream().map(ReferencedClassObject::getRawType);
        }
        return calls(code, WRITERS) ? written(code) : Stream.empty();
    }

    /** The records which it makes of what it was given, or just that. */
    private static Stream<JavaClass> written(JavaCodeUnit code) {
        var made = code.getMethodCallsFromSelf()
                .stream()
                .map(call -> call.getTarget().getRawReturnType())
                .filter(type -> type.isRecord() && type.getName().startsWith(OURS))
                .toList();
        return made.isEmpty() ? code.getRawParameterTypes().stream() : made.stream();
    }

    private boolean callsForwarder(JavaCodeUnit code) {
        return code.getCallsFromSelf().stream().anyMatch(call -> forwarders.contains(call.getTarget().getFullName()));
    }

    private static Stream<JavaClass> spokenBy(JavaCodeUnit endpoint) {
        var body = endpoint.getParameters()
                .stream()
                .filter(parameter -> parameter.getAnnotations()
                        .stream()
                        .noneMatch(annotation -> annotation.getRawType().getName().startsWith("jakarta.ws.rs.")))
                .map(JavaParameter::getType);
        return Stream.concat(Stream.of(endpoint.getReturnType()), body).flatMap(type -> type.getAllInvolvedRawTypes().stream());
    }

    private static boolean calls(JavaCodeUnit code, Set<String> names) {
        return code.getMethodCallsFromSelf()
                .stream()
                .anyMatch(call -> names.contains(call.getName()) && !call.getTargetOwner().getName().startsWith(OURS));
    }

    private static boolean takesAClass(JavaCodeUnit code) {
        return code.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Class.class));
    }

    private static Stream<JavaClass> partsOf(JavaClass type) {
        return type.getFields()
                .stream()
                .filter(SpokenTypes::isSpoken)
                .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream());
    }

    private static boolean isSpoken(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.STATIC)
                && !field.isAnnotatedWith("com.fasterxml.jackson.annotation.JsonIgnore");
    }
}
