// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stun;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

class StunMessageFuzzTest {
    private static final Integrity KEY = Integrity.ofPassword("VOkJxbRl1RmTxUk/WvJxBt");

    @FuzzTest
    void no_bytes_break_the_parser_and_what_it_reads_is_written_back_alike(byte[] bytes) {
        ByteBuffer datagram = ByteBuffer.wrap(bytes);
        StunMessage.localUfrag(datagram);
        StunMessage.parse(datagram).ifPresent(StunMessageFuzzTest::rewrite);
        assertThat(datagram.position()).isZero();
    }

    private static void rewrite(StunMessage message) {
        message.isProvenBy(KEY);
        StunMessage again = StunMessage.parse(
                        StunMessage.write(message.kind(), message.id(), message.attributes(), KEY))
                .orElseThrow();
        assertThat(again.kind()).isEqualTo(message.kind());
        assertThat(again.id()).isEqualTo(message.id());
        assertThat(again.attributes()).isEqualTo(message.attributes());
        assertThat(again.isProvenBy(KEY)).isTrue();
    }
}
