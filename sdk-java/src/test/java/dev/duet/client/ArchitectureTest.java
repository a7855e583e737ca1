// SPDX-License-Identifier: Apache-2.0
package dev.duet.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/// The rules R1, R2, R6, R7 and R11 of docs/architecture.md over this module.
class ArchitectureTest {
    /// A package may use only those before it.
    private static final List<String> ORDER = List.of(
            "dev.duet.client",
            "dev.duet.client.session",
            "dev.duet.client.socket",
            "dev.duet.client.im",
            "dev.duet.client.media.flow",
            "dev.duet.client.media",
            "dev.duet.client.media.machine",
            "dev.duet.client.media.engine",
            "dev.duet.client.media.picture",
            "dev.duet.client.media.synth",
            "dev.duet.client.media.file",
            "dev.duet.client.media.view",
            "dev.duet.client.course",
            "dev.duet.client.sound",
            "dev.duet.client.stay",
            "dev.duet.client.own",
            "dev.duet.client.rtc.type",
            "dev.duet.client.rtc.told",
            "dev.duet.client.device",
            "dev.duet.client.rtc.rule",
            "dev.duet.client.rtc.desk",
            "dev.duet.client.rtc.view",
            "dev.duet.client.rtc.measure",
            "dev.duet.client.rtc",
            "dev.duet.client.call.state",
            "dev.duet.client.call.offer",
            "dev.duet.client.call.machine",
            "dev.duet.client.call.own",
            "dev.duet.client.call");

    private static final String[] PURE = {
        "dev.duet.client.session..",
        "dev.duet.client.course..",
        "dev.duet.client.sound..",
        "dev.duet.client.media.machine..",
        "dev.duet.client.rtc.type..",
        "dev.duet.client.rtc.rule..",
        "dev.duet.client.call.state..",
        "dev.duet.client.call.offer..",
        "dev.duet.client.call.machine.."
    };

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.duet.client");

    @Test
    void a_package_uses_only_those_before_it() {
        for (int at = 0; at < ORDER.size() - 1; at++) {
            String[] later = ORDER.subList(at + 1, ORDER.size()).toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage(ORDER.get(at))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .as(ORDER.get(at) + " stands before " + later[0]
                            + " in docs/architecture.md, so it must not use it or what follows (R6)"));
        }
    }

    @Test
    void every_package_has_its_place_in_the_order() {
        Stream<String> unlisted =
                CODE.stream().map(JavaClass::getPackageName).distinct().filter(name -> !ORDER.contains(name));
        assertThat(unlisted)
                .as("packages that docs/architecture.md and this test do not know yet; give each its place")
                .isEmpty();
    }

    @Test
    void packages_form_no_cycle() {
        check(slices().matching("dev.duet.(**)").should().beFreeOfCycles().as("Packages form no cycle (R6)"));
    }

    @Test
    void the_sdk_needs_the_wire_one_json_library_and_the_jdk_only() {
        check(classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.duet.client..",
                        "dev.duet.frame..",
                        "dev.duet.id..",
                        "dev.duet.error..",
                        "com.fasterxml.jackson.core..",
                        "java..",
                        "javax..",
                        "org.jspecify.annotations..")
                .as("Whoever uses the SDK carries the wire's frames, jackson-core and nothing else (R6)"));
    }

    @Test
    void the_session_touches_no_network_thread_or_logger() {
        check(noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("do input or output, or run at the same time") {
                    @Override
                    public boolean test(JavaClass used) {
                        return isImpure(used.getName());
                    }
                })
                .as("The session machine returns what must happen; sockets and threads are its shell's (R1)"));
    }

    private static boolean isImpure(String name) {
        return name.startsWith("java.net.")
                || name.startsWith("java.nio.channels.")
                || name.startsWith("java.nio.file.")
                || name.startsWith("java.util.concurrent.")
                || name.startsWith("java.util.logging.")
                || name.startsWith("java.lang.System$Logger")
                || name.equals(Thread.class.getName())
                || name.equals(Random.class.getName())
                || name.startsWith("java.util.random.")
                || name.equals("java.security.SecureRandom");
    }

    @Test
    void the_session_reads_no_clock_and_draws_no_chance() {
        check(noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(Math.class, "random")
                .as("The session machine is given the time and the chance it needs (R1)"));
    }

    @Test
    void the_session_needs_no_lock() {
        check(noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(PURE)
                .should()
                .haveModifier(JavaModifier.SYNCHRONIZED)
                .as("A pure machine has one owner and needs no lock (R2)"));
        check(noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(PURE)
                .should()
                .haveModifier(JavaModifier.VOLATILE)
                .as("A pure machine has one owner and needs no volatile field (R2)"));
    }

    /// `ImManager` and its like are the guide's names, and whoever comes from there looks for them: the exception of
    /// R7.
    @Test
    void names_say_what_things_are_but_for_the_guides_own() {
        check(classes()
                .that()
                .doNotHaveSimpleName("ImManager")
                .and()
                .doNotHaveSimpleName("SignalingManager")
                .and()
                .doNotHaveSimpleName("DeviceManager")
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Processor|Base|Abstract\\w+)$")
                .as("A type is named for what it is, not for being a helper of something (R7)"));
    }

    @Test
    void tests_neither_sleep_nor_are_skipped() {
        JavaClasses tests = new ClassFileImporter().importPath(Path.of("target/test-classes"));
        check(
                noClasses()
                        .that()
                        .haveSimpleNameNotEndingWith("IT")
                        .should()
                        .callMethod(Thread.class, "sleep", long.class)
                        .orShould()
                        .callMethod(Thread.class, "sleep", Duration.class)
                        .as("A test moves its own time instead of sleeping (R11)"),
                tests);
        check(noMethods().should().beAnnotatedWith(Disabled.class).as("A test runs or is deleted (R11)"), tests);
        check(noClasses().should().beAnnotatedWith(Disabled.class).as("A test runs or is deleted (R11)"), tests);
    }

    private static void check(ArchRule rule) {
        check(rule, CODE);
    }

    private static void check(ArchRule rule, JavaClasses code) {
        rule.allowEmptyShould(true).check(code);
    }
}
