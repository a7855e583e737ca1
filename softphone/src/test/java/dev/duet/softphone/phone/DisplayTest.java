// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DisplayTest {
    private final StringWriter out = new StringWriter();

    private String shown(boolean terminal) {
        Display display = new Display(new PrintWriter(out), terminal);
        display.live("one");
        display.live("two");
        display.line("end");
        return out.toString();
    }

    @Test
    void a_live_line_is_written_over_on_a_terminal_and_kept_when_another_follows() {
        assertThat(shown(true))
                .isEqualTo("\r\u001b[Kone\r\u001b[Ktwo" + System.lineSeparator() + "end" + System.lineSeparator());
    }

    @Test
    void elsewhere_each_is_a_line() {
        assertThat(shown(false).lines()).containsExactly("one", "two", "end");
    }
}
