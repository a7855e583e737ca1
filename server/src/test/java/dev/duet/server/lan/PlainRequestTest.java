// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.lan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlainRequestTest {
    private final EmbeddedChannel channel = new EmbeddedChannel(new PlainRequest());

    private void arrives(String text) {
        arrives(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void arrives(byte... bytes) {
        channel.writeInbound(Unpooled.wrappedBuffer(bytes));
    }

    private String answered() {
        ByteBuf answer = channel.readOutbound();
        assertThat(answer).isNotNull();
        return answer.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void a_plain_request_is_sent_on_to_the_same_place_over_https_and_cut_off() {
        arrives("GET /?user=alice HTTP/1.1\r\nAccept: */*\r\nHost: 192.168.1.23:8080\r\n\r\n");
        assertThat(answered())
                .startsWith("HTTP/1.1 307 ")
                .contains("\r\nLocation: https://192.168.1.23:8080/?user=alice\r\n")
                .endsWith("This port speaks HTTPS: open https://192.168.1.23:8080/?user=alice\n");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_request_in_pieces_is_waited_for() {
        arrives("G");
        arrives("ET / HTTP/1.1\r\nhost: localhost:8080\r\n");
        assertThat(channel.outboundMessages()).isEmpty();
        arrives("\r\n");
        assertThat(answered()).contains("\r\nLocation: https://localhost:8080/\r\n");
    }

    @Test
    void tls_goes_through_byte_by_byte_untouched() {
        arrives((byte) 22, (byte) 3, (byte) 1);
        arrives((byte) 'G');
        ByteBuf first = channel.readInbound();
        ByteBuf second = channel.readInbound();
        assertThat(Unpooled.wrappedBuffer(first, second)).isEqualTo(Unpooled.wrappedBuffer(new byte[] {22, 3, 1, 'G'}));
        assertThat(channel.pipeline().get(PlainRequest.class)).isNull();
    }

    @Test
    void what_names_no_host_or_a_strange_one_is_told_and_not_sent_anywhere() {
        for (String request : new String[] {
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\"><script>\r\n\r\n",
            "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "Q\r\n\r\n"
        }) {
            assertThat(PlainRequest.answer(request))
                    .as(request)
                    .startsWith("HTTP/1.1 400 ")
                    .doesNotContain("Location");
        }
    }

    @Test
    void a_head_without_end_is_cut_off() {
        for (int part = 0; part < 20 && channel.isOpen(); part++) {
            arrives("A".repeat(1000));
        }
        assertThat(answered()).startsWith("HTTP/1.1 400 ");
        assertThat(channel.isOpen()).isFalse();
    }
}
