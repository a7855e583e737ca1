// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.lan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.5:80/",
                "https://192.168.100.123:8080/",
                "https://[2001:db8:1234:5678:9abc:def0:1234:5678]:65535/"
            })
    void a_camera_reads_the_address_from_the_terminal(String address) throws Exception {
        String text = QrCode.of(address).lines(2, 80).orElseThrow();
        assertThat(PaintedCode.scan(text)).isEqualTo(address);
    }

    @Test
    void a_line_sets_its_colours_and_takes_them_back() {
        assertThat(QrCode.of("https://10.0.0.5:80/").lines(2, 80).orElseThrow().lines())
                .allMatch(line -> line.matches("  \u001b\\[38;5;16;48;5;231m[█▀▄ ]+\u001b\\[0m"));
    }

    @Test
    void a_terminal_too_narrow_for_it_gets_none() {
        QrCode code = QrCode.of("https://10.0.0.5:80/");
        int width = 2 + 25 + 8;
        assertThat(code.lines(2, width)).isPresent();
        assertThat(code.lines(2, width - 1)).isEmpty();
        assertThat(code.lines(2, 0)).isEmpty();
    }
}
