package io.tocsin.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.bePublic;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** The rules every module keeps; a module's {@code ArchitectureTest} calls {@link #hold} with its root package. */
public final class HouseRules {

    private static final String JAX_RS_VERB = "jakarta.ws.rs.HttpMethod";
    private static final String CANCELLABLE = "org.jboss.resteasy.reactive.server.Cancellable";
    private static final String UNI = "io.smallrye.mutiny.Uni";

    private static final ArchRule ENDPOINTS_ARE_PUBLIC = methods()
            .that(areMetaAnnotatedWith(JAX_RS_VERB))
            .should(bePublic())
            .because("Quarkus ignores any other method, and its path answers 404")
            .allowEmptyShould(true);

    private static final ArchRule RESOURCES_OUTLIVE_THEIR_CLIENT = classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .beAnnotatedWith(CANCELLABLE)
            .because("a client that hangs up would leak a database connection: @Cancellable(false)")
            .allowEmptyShould(true);

    private static final ArchRule TIME_IS_INJECTED = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod("java.time.LocalDateTime", "now")
            .orShould()
            .callMethod("java.time.OffsetDateTime", "now")
            .orShould()
            .callMethod("java.time.ZonedDateTime", "now")
            .because("tests step the clock: inject " + Clock.class.getName())
            .allowEmptyShould(true);

    private static final ArchRule NOTHING_BLOCKS = noClasses()
            .should()
            .callMethod(UNI, "await")
            .because("awaiting a Uni blocks the thread which should complete it")
            .allowEmptyShould(true);

    private static final ArchRule ONE_STREAM_PER_SESSION = noClasses()
            .that()
            .haveSimpleNameEndingWith("Store")
            .should()
            .callMethod(UNI, "combine")
            .orShould()
            .callMethod(UNI, "join")
            .because("a session and a connection take one statement at a time")
            .allowEmptyShould(true);

    private static final ArchRule NO_FROZEN_RANDOM = fields()
            .that()
            .areStatic()
            .should()
            .notHaveRawType(DescribedPredicate.describe("a Random or one of its subclasses",
                    (JavaClass type) -> type.isAssignableTo(Random.class)))
            .because("a native image would start with the builder's seed")
            .allowEmptyShould(true);

    private static final ArchRule NOTHING_IS_FROZEN = classes()
            .should(new FreezeNothing())
            .because("a native image would start with what the builder's machine said")
            .allowEmptyShould(true);

    private static final ArchRule ONE_KIND_OF_TRANSACTION = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.transaction.Transactional")
            .because("mixing it with @WithTransaction fails at run time")
            .allowEmptyShould(true);

    private static final ArchRule FEATURES_DO_NOT_KNOW_THEIR_API = noClasses()
            .that(resideOutsideOfPackage("..api.."))
            .should()
            .dependOnClassesThat(resideInAPackage("io.tocsin..api.."))
            .allowEmptyShould(true);

    private static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Manager|Helper|Impl)$")
            .orShould()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..")
            .allowEmptyShould(true);

    private static final List<ArchRule> ALL = List.of(ENDPOINTS_ARE_PUBLIC, RESOURCES_OUTLIVE_THEIR_CLIENT, TIME_IS_INJECTED,
            NOTHING_BLOCKS, ONE_STREAM_PER_SESSION, NO_FROZEN_RANDOM, NOTHING_IS_FROZEN, ONE_KIND_OF_TRANSACTION,
            FEATURES_DO_NOT_KNOW_THEIR_API,
            NAMES_SAY_SOMETHING);

    private HouseRules() {}

    /** Fails with every breach in the main classes under this package, test classes left out. */
    public static void hold(String rootPackage) {
        var written = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(new ImportOption.DoNotIncludeJars())
                .importPackages(rootPackage)
                .that(DescribedPredicate.not(generated()));
        requireSome(written, rootPackage);
        ALL.forEach(rule -> rule.check(written));
    }

    /** A rule over no classes would pass whatever is written. */
    private static void requireSome(JavaClasses written, String rootPackage) {
        if (written.isEmpty()) {
            throw new AssertionError("no classes found under " + rootPackage);
        }
    }

    private static DescribedPredicate<JavaClass> generated() {
        return DescribedPredicate.describe("generated", type -> type.getSimpleName().endsWith("_")
                || type.isAssignableTo("org.antlr.v4.runtime.Recognizer")
                || type.isMetaAnnotatedWith("jakarta.annotation.Generated"));
    }

    private static DescribedPredicate<JavaMethod> areMetaAnnotatedWith(String annotation) {
        return DescribedPredicate.describe("are HTTP endpoints", method -> method.isMetaAnnotatedWith(annotation));
    }
}
