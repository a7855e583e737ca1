// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path temp = Path.of("set by JUnit");

    private Path folder() {
        return temp.resolve("deep/duet");
    }

    private DataFolder open() throws UnusableData {
        return DataFolder.open(folder(), Apps.Origin.TRIAL, new Random(7));
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void a_fresh_folder_gets_an_app_that_only_its_owner_may_read() throws Exception {
        try (DataFolder data = open()) {
            App app = data.apps().first();
            assertThat(app.id().value()).isBetween(1_400_000_000L, 1_499_999_999L);
            assertThat(app.secret()).matches("[0-9a-f]{64}");
            assertThat(app.toString()).doesNotContain(app.secret());
            assertThat(mode(folder())).isEqualTo("rwx------");
            assertThat(mode(folder().resolve("apps.json"))).isEqualTo("rw-------");
        }
    }

    @Test
    void the_app_and_where_it_was_made_outlive_a_restart() throws Exception {
        Apps made;
        try (DataFolder first = open()) {
            made = first.apps();
        }
        try (DataFolder second = DataFolder.open(folder(), Apps.Origin.NETWORK, new Random(8))) {
            assertThat(second.apps()).isEqualTo(made);
            assertThat(second.apps().origin()).isEqualTo(Apps.Origin.TRIAL);
        }
        assertThat(DataFolder.peek(folder())).isEqualTo(made);
    }

    @Test
    void two_servers_do_not_share_a_folder() throws Exception {
        DataFolder first = open();
        assertThatThrownBy(this::open).isInstanceOf(UnusableData.class).hasMessageContaining("in use by another");
        first.close();
        open().close();
    }

    @Test
    void a_folder_or_file_that_others_may_read_is_refused_with_the_cure() throws Exception {
        open().close();
        Path apps = folder().resolve("apps.json");
        Files.setPosixFilePermissions(apps, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(this::open).hasMessageEndingWith("run: chmod 600 " + apps);

        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(this::open).hasMessageEndingWith("run: chmod 700 " + folder());
    }

    @Test
    void an_empty_folder_is_closed_to_others_and_used() throws Exception {
        Files.createDirectories(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        open().close();
        assertThat(mode(folder())).isEqualTo("rwx------");
    }

    @Test
    void what_a_crash_left_half_written_does_no_harm() throws Exception {
        Files.createDirectories(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwx------"));
        Files.writeString(folder().resolve("apps.json.new"), "{\"dev\":");
        open().close();
    }

    @Test
    void a_damaged_file_is_told_and_not_overwritten() throws Exception {
        open().close();
        Path apps = folder().resolve("apps.json");
        Files.writeString(apps, "{\"apps\":[]}");
        assertThatThrownBy(this::open).hasMessageContaining("is damaged");
        assertThat(apps).hasContent("{\"apps\":[]}");
    }

    @Test
    void a_file_in_place_of_the_folder_is_told() throws Exception {
        Files.createDirectories(temp.resolve("deep"));
        Files.writeString(folder(), "");
        assertThatThrownBy(this::open).hasMessageContaining("is a file");
    }

    @Test
    void there_is_nothing_to_peek_at_before_the_first_start() {
        assertThatThrownBy(() -> DataFolder.peek(folder())).hasMessageContaining("run `duet start` once");
    }
}
