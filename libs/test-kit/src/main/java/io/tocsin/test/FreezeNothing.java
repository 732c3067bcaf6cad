package io.tocsin.test;

import java.util.Set;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** No static initializer looks at the clock or the environment, draws a random number, or starts a thread. */
final class FreezeNothing extends ArchCondition<JavaClass> {

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
                .ifPresent(initializer -> initializer.getCallsFromSelf()
                        .stream()
                        .filter(FreezeNothing::isFrozen)
                        .forEach(call -> events.add(SimpleConditionEvent.violated(type, call.getDescription()))));
    }

    private static boolean isFrozen(JavaCall<?> call) {
        return CALLS.contains(call.getTargetOwner().getName() + "." + call.getName());
    }
}
