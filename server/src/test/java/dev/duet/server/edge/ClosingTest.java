// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.server.config.Settings;
import dev.duet.testkit.KeptPaper;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private static final KeptPaper PAPER = new KeptPaper("protocol.md");

    /// What a client itself brings about by `logout` and what needs no code of ours.
    private static final int NORMAL = 1000;

    @Test
    void the_paper_for_client_authors_has_the_close_codes_and_no_others() {
        List<Integer> told = Pattern.compile("(?m)^\\| ([0-9]{4}) \\|")
                .matcher(PAPER.text())
                .results()
                .map(row -> Integer.valueOf(row.group(1)))
                .filter(code -> code < 5000) // above are error codes
                .distinct()
                .toList();
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(NORMAL),
                                Arrays.stream(Closing.values()).map(why -> (int) why.code()))
                        .toList());
    }

    @Test
    void the_paper_tells_when_a_socket_is_closed() throws Exception {
        Settings usual = Settings.of(List.of());
        long ping = usual.sockets().ping().toSeconds();
        long silent = usual.sockets().silent().toSeconds();
        long patience = usual.logins().patience().toSeconds();

        PAPER.mustSay("pings every " + ping + " s (`heartbeat`) and drops a socket from which nothing came for "
                + silent + " s.");
        PAPER.mustSay("A socket that has not logged in within " + patience + " s is closed.");
        PAPER.mustSay("| 1009 | a frame of more than " + (Assembly.MAX_BYTES >> 10) + " KiB |");
        PAPER.mustSay("| 4001 | not logged in within " + patience + " s |");
        PAPER.mustSay("| 4006 | silent for " + silent + " s |");
    }

    @Test
    void a_reason_fits_into_a_close_frame() {
        for (Closing why : Closing.values()) {
            assertThat(why.reason())
                    .as("RFC 6455 section 5.5: 125 bytes with the code")
                    .hasSizeLessThan(124);
        }
    }
}
