// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.Ack;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.LocalQuality;
import dev.duet.frame.ServerFrame;
import dev.duet.id.InviteId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameWriterTest {

    @Test
    void an_answer_echoes_the_id_as_it_came() {
        assertThat(FrameWriter.write(new Ack.Done(new RequestId.Text("1"), new Result.Nothing())))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"result\":{}}");
        assertThat(FrameWriter.write(new Ack.Done(new RequestId.Numeric(Long.MIN_VALUE), new Result.Nothing())))
                .contains("\"id\":-9223372036854775808,");
    }

    @Test
    void a_refusal_without_an_id_says_null() {
        assertThat(FrameWriter.write(new Ack.Refused(null, new Refusal(ErrorCode.NOT_JSON, "No \"JSON\"."))))
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"No \\\"JSON\\\".\"}}");
    }

    @Test
    void data_is_escaped_and_nothing_more() {
        ServerEvent event = new ServerEvent.InvitationModified(new InviteId("i"), "\"\\\n\0 ä \uD83D\uDE00 </script>");

        assertThat(FrameWriter.write(event)).endsWith("\"data\":\"\\\"\\\\\\n\\u0000 ä \uD83D\uDE00 </script>\"}}");
    }

    @ParameterizedTest
    @CsvSource({"0.0,0", "-0.0,0", "100.0,100", "1.5,1.5", "-3.0,0", "250.0,100", "NaN,0", "Infinity,100"})
    void a_percentage_is_a_plain_number_from_0_to_100(double measured, String written) {
        ServerEvent event = new ServerEvent.NetworkQuality(
                new LocalQuality(1, Duration.ofMillis(24), measured, Duration.ZERO), List.of());

        assertThat(FrameWriter.write(event)).contains("\"upLoss\":" + written + ",");
    }

    @Test
    void an_error_number_that_this_version_does_not_know_is_kept() {
        Reading<?> reading = FrameReader.fromServer(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":120001,\"message\":\"No.\",\"data\":{\"a\":1}}}",
                id -> Optional.empty());

        assertThat(reading)
                .isEqualTo(new Reading.Understood<>(new ServerFrame.Unlisted(new RequestId.Numeric(1), 120001, "No.")));
    }

    @Test
    void a_notification_that_is_not_known_is_named_as_such() {
        Reading<?> reading = FrameReader.fromServer(
                "{\"jsonrpc\":\"2.0\",\"method\":\"weather\",\"params\":{\"sun\":[1]}}", id -> Optional.empty());

        assertThat(((Reading.Broken<?>) reading).refusal().code()).isEqualTo(ErrorCode.NO_SUCH_METHOD);
    }

    @Test
    void an_answer_to_nothing_is_not_understood() {
        Reading<?> reading =
                FrameReader.fromServer("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"a\":{}}}", id -> Optional.empty());

        assertThat(((Reading.Broken<?>) reading).refusal().message()).contains("no open request");
    }
}
