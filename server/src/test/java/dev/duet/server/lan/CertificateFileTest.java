// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.server.store.Apps;
import dev.duet.server.store.DataFolder;
import dev.duet.server.store.UnusableData;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFileTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final InetAddress HOME = InetAddress.ofLiteral("192.168.1.23");
    private static final InetAddress OFFICE = InetAddress.ofLiteral("10.0.0.5");

    @TempDir
    private Path temp = Path.of("set by JUnit");

    private DataFolder data;

    @BeforeEach
    void open() throws UnusableData {
        data = DataFolder.open(temp.resolve("data"), Apps.Origin.TRIAL, new Random(7));
    }

    @AfterEach
    void close() throws Exception {
        data.close();
    }

    private Path file() {
        return data.path().resolve("lan.pem");
    }

    private LanCertificate read(Instant now, InetAddress... addresses) throws UnusableData {
        return CertificateFile.read(data, List.of(addresses), new SecureRandom(), now);
    }

    @Test
    void the_same_one_is_read_on_every_start_and_only_its_owner_may_read_it() throws Exception {
        LanCertificate first = read(NOW, HOME);
        assertThat(read(NOW.plus(Duration.ofDays(300)), HOME).certificate()).isEqualTo(first.certificate());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void in_a_new_network_it_is_renewed_and_back_in_the_old_one_it_is_not() throws Exception {
        LanCertificate first = read(NOW, HOME);
        LanCertificate second = read(NOW, OFFICE);
        assertThat(second.certificate()).isNotEqualTo(first.certificate());
        assertThat(second.addresses()).containsExactly(OFFICE, HOME);
        assertThat(read(NOW, HOME).certificate()).isEqualTo(second.certificate());
    }

    @Test
    void it_remembers_a_few_networks_and_never_forgets_the_present_ones() throws Exception {
        for (int network = 1; network <= 12; network++) {
            read(NOW, InetAddress.ofLiteral("10.0." + network + ".1"));
        }
        assertThat(read(NOW, HOME).addresses()).hasSize(8).startsWith(HOME, InetAddress.ofLiteral("10.0.12.1"));
    }

    @Test
    void it_is_renewed_before_it_ends() throws Exception {
        LanCertificate first = read(NOW, HOME);
        LanCertificate second = read(NOW.plus(Duration.ofDays(340)), HOME);
        assertThat(second.certificate()).isNotEqualTo(first.certificate());
        assertThat(second.isGoodFor(List.of(HOME), NOW.plus(Duration.ofDays(600))))
                .isTrue();
    }

    @Test
    void a_damaged_one_is_replaced() throws Exception {
        read(NOW, HOME);
        Files.write(file(), new byte[] {(byte) 0xff, 0, 1});
        LanCertificate second = read(NOW, HOME);
        assertThat(read(NOW, HOME).certificate()).isEqualTo(second.certificate());
    }

    @Test
    void one_that_others_may_read_is_refused_with_the_cure() throws Exception {
        read(NOW, HOME);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> read(NOW, HOME))
                .isInstanceOf(UnusableData.class)
                .hasMessageEndingWith("run: chmod 600 " + file());
    }

    @Test
    void a_folder_in_its_place_is_one_sentence() throws Exception {
        Files.createDirectory(file());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rwx------"));
        assertThatThrownBy(() -> read(NOW, HOME))
                .isInstanceOf(UnusableData.class)
                .hasMessageStartingWith("The data folder " + data.path() + " cannot be used");
    }
}
