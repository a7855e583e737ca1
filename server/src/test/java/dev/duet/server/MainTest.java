// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    private Path temp = Path.of("set by JUnit");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private void refused(String sentence, String... args) {
        assertThat(run(args)).isEqualTo(1);
        assertThat(err.toString()).startsWith(sentence).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    private String data() throws Exception {
        Path folder = temp.resolve("duet");
        if (!Files.exists(folder)) {
            try (TestNode node = new TestNode(temp)) {
                assertThat(node.port()).isPositive();
            }
        }
        return folder.toString();
    }

    @Test
    void an_unknown_setting_is_one_sentence() {
        refused("In the command line, there is no setting `prot`; the nearest is `port`.", "start", "--set", "prot=80");
    }

    @Test
    void an_unknown_option_is_one_sentence() {
        refused("Unknown option", "start", "--prot", "80");
    }

    @Test
    void a_tcp_port_in_use_is_one_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(
                    "TCP port " + taken.getLocalPort() + " on 127.0.0.1 is in use by another program",
                    "start",
                    "--port",
                    Integer.toString(taken.getLocalPort()),
                    "--data",
                    temp.resolve("d").toString());
        }
    }

    @Test
    void a_data_folder_that_is_a_file_is_one_sentence() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "");
        refused("The data folder " + file + " is a file", "start", "--port", "0", "--data", file.toString());
    }

    @Test
    void a_data_folder_below_a_file_is_one_sentence() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "");
        refused(
                "The data folder " + file.resolve("data") + " cannot be used",
                "start",
                "--port",
                "0",
                "--data",
                file.resolve("data").toString());
    }

    @Test
    void an_address_this_machine_lacks_is_one_sentence() {
        refused(
                "This machine has no address 203.0.113.7 to listen on",
                "start",
                "--set",
                "bind=203.0.113.7",
                "--data",
                temp.resolve("d").toString());
    }

    @Test
    void for_neighbours_a_key_that_others_may_read_is_one_sentence() throws Exception {
        Path key = Files.writeString(Path.of(data()).resolve("lan.pem"), "");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        refused(
                "Others may read " + key + ", which holds secrets; run: chmod 600 " + key,
                "start",
                "--lan",
                "--announce",
                "192.0.2.10",
                "--set",
                "bind=127.0.0.1",
                "--port",
                "0",
                "--data",
                data());
    }

    @Test
    void a_minted_ticket_is_good_for_its_user_and_for_nobody_else() throws Exception {
        assertThat(run("usersig", "mint", "--user", "alice", "--data", data())).isZero();
        String ticket = out.toString().strip();
        out.getBuffer().setLength(0);

        assertThat(run("usersig", "check", ticket, "--user", "alice", "--data", data()))
                .isZero();
        assertThat(out.toString()).startsWith("The ticket is good for user alice");
        out.getBuffer().setLength(0);

        assertThat(run("usersig", "check", ticket, "--user", "bob", "--data", data()))
                .isEqualTo(1);
        assertThat(out.toString()).startsWith("Refused with code 70013: ");
    }

    @Test
    void a_ticket_without_a_server_is_one_sentence() {
        refused("There is no app in " + temp + " yet", "usersig", "mint", "--user", "alice", "--data", temp.toString());
    }

    @Test
    void what_is_no_user_or_no_time_is_one_sentence() throws Exception {
        refused("`a b` is not a user id", "usersig", "mint", "--user", "a b", "--data", data());
        err.getBuffer().setLength(0);
        refused(
                "`--expire` is `tomorrow` but must be a duration",
                "usersig",
                "mint",
                "--user",
                "alice",
                "--expire",
                "tomorrow",
                "--data",
                data());
    }

    @Test
    void without_a_command_it_says_what_there_is() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("start", "usersig").doesNotContain("rehearse");
    }
}
