package io.tocsin.test;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** No static initializer looks at the clock or the environment, draws a random number, or starts a thread; nor does what it calls. */
final class FreezeNothing extends ArchCondition<JavaClass> {

    private static final String OURS = "io.tocsin.";
    private static final Set<String> CALLS = Set.of(
            "java.lang.System.getenv", "java.lang.System.nanoTime", "java.lang.System.currentTimeMillis",
            "java.time.Instant.now", "java.time.LocalDate.now", "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.util.UUID.randomUUID", "java.util.Random.<init>", "java.security.SecureRandom.<init>",
            "java.util.concurrent.ThreadLocalRandom.current", "java.lang.Thread.<init>", "java.net.InetAddress.getLocalHost",
            "java.util.TimeZone.getDefault", "java.time.ZoneId.systemDefault", "java.util.Locale.getDefault");

    FreezeNothing() {
        super("freeze nothing in a static initializer");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getStaticInitializer()
                .ifPresent(initializer -> callsFrom(initializer)
                        .filter(FreezeNothing::isFrozen)
                        .forEach(call -> events.add(SimpleConditionEvent.violated(type, call.getDescription()))));
    }

    /** Of the initializer itself, and of our code which it calls. */
    private static Stream<JavaCall<?>> callsFrom(JavaCodeUnit initializer) {
        var run = new LinkedHashSet<JavaCodeUnit>();
        var left = new ArrayDeque<>(List.of(initializer));
        while (!left.isEmpty()) {
            var code = left.pop();
            if (run.add(code)) {
                code.getCallsFromSelf()
                        .stream()
                        .filter(call -> call.getTargetOwner().getName().startsWith(OURS))
                        .flatMap(call -> call.getTarget().resolveMember().stream())
                        .forEach(called -> left.add((JavaCodeUnit) called));
            }
        }
        return run.stream().flatMap(code -> code.getCallsFromSelf().stream());
    }

    private static boolean isFrozen(JavaCall<?> call) {
        return CALLS.contains(call.getTargetOwner().getName() + "." + call.getName());
    }
}
