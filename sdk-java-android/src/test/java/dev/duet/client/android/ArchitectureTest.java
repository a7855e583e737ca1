// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The rules R1, R2, R6, R7 and R11 of docs/architecture.md over this module.
class ArchitectureTest {
    private static final String ROOT = "dev.duet.client.android.";
    private static final String[] PURE = {ROOT + "route", ROOT + "ring"};

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.duet.client.android");

    @Test
    void every_package_has_its_place() {
        assertThat(CODE.stream().map(JavaClass::getPackageName).distinct())
                .as("packages that docs/architecture.md and this test know")
                .containsExactlyInAnyOrder(
                        ROOT + "route",
                        ROOT + "ring",
                        ROOT + "audio",
                        ROOT + "incoming",
                        ROOT + "socket",
                        ROOT + "media");
    }

    @Test
    void each_part_may_be_used_without_the_others() {
        slices().matching("dev.duet.client.android.(*)")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resides("audio"), resides("route"))
                .ignoreDependency(resides("incoming"), resides("ring"))
                .as("Only the shells use the decisions, each its own (R6)")
                .check(CODE);
    }

    private static DescribedPredicate<JavaClass> resides(String name) {
        return JavaClass.Predicates.resideInAPackage(ROOT + name);
    }

    @Test
    void decisions_know_no_android_thread_or_clock() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "android..", "org.webrtc..", "okhttp3..", "java.util.concurrent..", "java.net..", "java.nio..")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .as("A decision is given what it needs, and returns what must happen (R1)")
                .check(CODE);
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(PURE)
                .should()
                .haveModifier(JavaModifier.VOLATILE)
                .as("A machine has one owner (R2)")
                .check(CODE);
    }

    @Test
    void native_connections_are_touched_by_their_owner_alone() {
        classes()
                .that()
                .haveSimpleName("NativePeer")
                .should()
                .onlyHaveDependentClassesThat()
                .haveNameMatching(".*\\.(AndroidMediaEngine|NativePeer)(\\$.*)?")
                .as("What is native of a connection is made by the engine, and then known as a Peer")
                .check(CODE);
    }

    @Test
    void names_say_what_things_are() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Processor|Base|Abstract\\w+)$")
                .as("A type is named for what it is, not for being a helper of something (R7)")
                .check(CODE);
    }

    @Test
    void tests_do_not_sleep() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .as("A test waits for a condition (R11)")
                .check(new ClassFileImporter().importPath(Path.of("target/test-classes")));
    }
}
