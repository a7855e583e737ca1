// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules R1, R2, R6, R7 and R11 of docs/architecture.md over the classes of all modules.
class ArchitectureTest {
    private static final String PROTOCOL = "dev.duet";

    /// Each list: a package may use only those before it.
    private static final List<List<String>> ORDERS = List.of(
            List.of(
                    "dev.duet.id",
                    "dev.duet.error",
                    "dev.duet.usersig",
                    "dev.duet.frame",
                    "dev.duet.frame.json.member",
                    "dev.duet.frame.json.part",
                    "dev.duet.frame.json"),
            List.of(
                    "dev.duet.call.invitation",
                    "dev.duet.call.room",
                    "dev.duet.call.roster",
                    "dev.duet.call.quota",
                    "dev.duet.call.ledger",
                    "dev.duet.call.line",
                    "dev.duet.call.agenda",
                    "dev.duet.call.solo",
                    "dev.duet.call.stay",
                    "dev.duet.call.ringing",
                    "dev.duet.call.presence",
                    "dev.duet.call.switchboard"),
            List.of(
                    "dev.duet.media.wire",
                    "dev.duet.media.stun",
                    "dev.duet.media.ice",
                    "dev.duet.media.dtls",
                    "dev.duet.media.srtp.gcm",
                    "dev.duet.media.srtp",
                    "dev.duet.media.rtp",
                    "dev.duet.media.rtcp",
                    "dev.duet.media.reception",
                    "dev.duet.media.sdp",
                    "dev.duet.media.terms",
                    "dev.duet.media.answer",
                    "dev.duet.media.peer",
                    "dev.duet.media.congestion",
                    "dev.duet.media.stream",
                    "dev.duet.media.relay"),
            List.of(
                    "dev.duet.server.config",
                    "dev.duet.server.watch",
                    "dev.duet.server.store",
                    "dev.duet.server.lan",
                    "dev.duet.server.webhook",
                    "dev.duet.server.push",
                    "dev.duet.server.ipsecmb",
                    "dev.duet.server.media.loop",
                    "dev.duet.server.media.rehearsal",
                    "dev.duet.server.media",
                    "dev.duet.server.exchange",
                    "dev.duet.server.edge",
                    "dev.duet.server.rest",
                    "dev.duet.server"));

    /// `media.dtls` is the one package that blocks inside.
    private static final String[] PURE = {
        "dev.duet.id..",
        "dev.duet.error..",
        "dev.duet.usersig..",
        "dev.duet.frame..",
        "dev.duet.call..",
        "dev.duet.media.wire..",
        "dev.duet.media.stun..",
        "dev.duet.media.ice..",
        "dev.duet.media.srtp..",
        "dev.duet.media.rtp..",
        "dev.duet.media.rtcp..",
        "dev.duet.media.reception..",
        "dev.duet.media.sdp..",
        "dev.duet.media.terms..",
        "dev.duet.media.answer..",
        "dev.duet.media.peer..",
        "dev.duet.media.congestion..",
        "dev.duet.media.stream..",
        "dev.duet.media.relay.."
    };

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(PROTOCOL);

    static List<List<String>> orders() {
        return ORDERS;
    }

    @ParameterizedTest
    @MethodSource("orders")
    void a_package_uses_only_those_before_it(List<String> order) {
        for (int at = 0; at < order.size(); at++) {
            String[] later = order.subList(at + 1, order.size()).toArray(String[]::new);
            if (later.length > 0) {
                check(noClasses()
                        .that()
                        .resideInAPackage(order.get(at))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(later)
                        .as(order.get(at) + " stands before " + later[0]
                                + " in docs/architecture.md, so it must not use it or what follows (R6)"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void every_package_has_its_place_in_an_order(List<String> order) {
        String root = order.getLast().equals("dev.duet.server") ? "dev.duet.server" : parent(order.getLast());
        Stream<String> unlisted = CODE.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> !root.equals(PROTOCOL) && name.startsWith(root))
                .filter(name -> !order.contains(name));
        assertThat(unlisted)
                .as("packages that docs/architecture.md and this test do not know yet; give each its place")
                .isEmpty();
    }

    private static String parent(String name) {
        String parent = name.substring(0, name.lastIndexOf('.'));
        return parent.equals("dev.duet.frame") ? PROTOCOL : parent;
    }

    @Test
    void packages_form_no_cycle() {
        check(slices().matching("dev.duet.(**)").should().beFreeOfCycles().as("Packages form no cycle (R6)"));
    }

    @Test
    void call_and_media_do_not_know_each_other() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.duet.call..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.duet.media..", "dev.duet.server..")
                .as("Calls know nothing of media and of the shell; the server joins a room to its relay (R6)"));
        check(noClasses()
                .that()
                .resideInAPackage("dev.duet.media..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.duet.call..",
                        "dev.duet.frame..",
                        "dev.duet.usersig..",
                        "dev.duet.id..",
                        "dev.duet.server..")
                .as("Media knows nothing of calls, frames and the shell (R6)"));
    }

    @Test
    void pure_packages_touch_no_network_thread_logger_or_database() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(PURE)
                        .should()
                        .dependOnClassesThat(new DescribedPredicate<>("do input or output, or run at the same time") {
                            @Override
                            public boolean test(JavaClass used) {
                                return isImpure(used);
                            }
                        })
                        .as(
                                "Pure packages take inputs and return what must happen; sockets, threads and loggers are the server's (R1)"));
    }

    /// An `InetSocketAddress` or `InetAddress` is a value and may be used; making one of bytes declares an
    /// `UnknownHostException`.
    private static boolean isImpure(JavaClass used) {
        String name = used.getName();
        return (name.startsWith("java.net.")
                        && !name.startsWith("java.net.Inet")
                        && !name.endsWith("UnknownHostException"))
                || name.startsWith("java.nio.channels.")
                || name.startsWith("java.nio.file.")
                || name.startsWith("java.sql.")
                || name.startsWith("java.util.concurrent.")
                || name.startsWith("java.util.logging.")
                || name.startsWith("java.lang.System$Logger")
                || name.startsWith("io.netty.")
                || name.startsWith("io.vertx.")
                || name.equals(Thread.class.getName())
                || name.equals(Random.class.getName())
                || name.equals("java.security.SecureRandom");
    }

    @Test
    void pure_packages_read_no_clock() {
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
                .as("Pure packages are given the time and the chance they need (R1)"));
    }

    @Test
    void pure_packages_need_no_lock() {
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

    @Test
    void names_say_what_things_are() {
        check(classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Processor|Base|Abstract\\w+)$")
                .as("A type is named for what it is, not for being a helper of something (R7)"));
    }

    @Test
    void tests_neither_sleep_nor_are_skipped() throws Exception {
        JavaClasses tests = new ClassFileImporter().importPaths(testFolders());
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

    private static List<Path> testFolders() throws Exception {
        List<Path> folders = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            modules.map(module -> module.resolve("target/test-classes"))
                    .filter(Files::isDirectory)
                    .forEach(folders::add);
        }
        return folders;
    }

    private static void check(ArchRule rule) {
        check(rule, CODE);
    }

    private static void check(ArchRule rule, JavaClasses code) {
        rule.allowEmptyShould(true).check(code);
    }
}
