// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.stun.StunMessage.Kind;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class StunMessageTest {
    /// RFC 5769 section 2.1: a request with SOFTWARE, padded with spaces.
    private static final String REQUEST = "000100582112a442b7e7a701bc34d686fa87dfae"
            + "802200105354554e207465737420636c69656e74"
            + "002400046e0001ff80290008932ff9b151263b36"
            + "000600096576746a3a68367659202020"
            + "000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2"
            + "80280004e57a3bcf";

    /// RFC 5769 section 2.2: the answer with an IPv4 address.
    private static final String ANSWER_V4 = "0101003c2112a442b7e7a701bc34d686fa87dfae"
            + "8022000b7465737420766563746f7220"
            + "002000080001a147e112a643"
            + "000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7"
            + "80280004c07d4c96";

    /// RFC 5769 section 2.3: the answer with an IPv6 address.
    private static final String ANSWER_V6 = "010100482112a442b7e7a701bc34d686fa87dfae"
            + "8022000b7465737420766563746f7220"
            + "002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9"
            + "00080014a382954e4be67bf11784c97c8292c275bfe3ed41"
            + "80280004c8fb0b4c";

    private static final Integrity KEY = Integrity.ofPassword("VOkJxbRl1RmTxUk/WvJxBt");
    private static final TransactionId ID = new TransactionId(0xb7e7a701, 0xbc34d686fa87dfaeL);

    @Test
    void the_request_of_rfc_5769_is_read_and_proven() {
        StunMessage message = parsed(REQUEST);
        assertThat(message.kind()).isEqualTo(Kind.REQUEST);
        assertThat(message.id()).isEqualTo(ID);
        assertThat(message.attributes())
                .containsExactly(
                        new StunAttribute.Priority(0x6e0001ffL),
                        new StunAttribute.IceControlled(0x932ff9b151263b36L),
                        new StunAttribute.Username("evtj:h6vY"));
        assertThat(message.isProvenBy(KEY)).isTrue();
        assertThat(message.unknownRequired()).isEmpty();
    }

    @Test
    void the_answers_of_rfc_5769_are_read_and_proven() {
        StunMessage v4 = parsed(ANSWER_V4);
        assertThat(v4.kind()).isEqualTo(Kind.SUCCESS);
        assertThat(v4.attributes())
                .containsExactly(new StunAttribute.XorMappedAddress(new InetSocketAddress("192.0.2.1", 32853)));
        assertThat(v4.isProvenBy(KEY)).isTrue();

        StunMessage v6 = parsed(ANSWER_V6);
        assertThat(v6.attributes())
                .containsExactly(new StunAttribute.XorMappedAddress(
                        new InetSocketAddress("2001:db8:1234:5678:11:2233:4455:6677", 32853)));
        assertThat(v6.isProvenBy(KEY)).isTrue();
    }

    @Test
    void another_key_does_not_prove_a_message() {
        assertThat(parsed(REQUEST).isProvenBy(Integrity.ofPassword("VOkJxbRl1RmTxUk/WvJxBu")))
                .isFalse();
    }

    @Test
    void a_message_without_integrity_is_proven_by_no_key() {
        StunMessage message = reread(StunMessage.write(Kind.REQUEST, ID, List.of()));
        assertThat(message.hasIntegrity()).isFalse();
        assertThat(message.isProvenBy(KEY)).isFalse();
    }

    @Test
    void every_bit_flipped_in_front_of_the_fingerprint_is_noticed() {
        byte[] bytes = HexFormat.of().parseHex(REQUEST);
        for (int bit = 0; bit < (bytes.length - 8) * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(StunMessage.parse(ByteBuffer.wrap(bytes)))
                    .as("bit %d", bit)
                    .isEmpty();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @Test
    void every_truncation_is_refused() {
        byte[] bytes = HexFormat.of().parseHex(REQUEST);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(StunMessage.parse(ByteBuffer.wrap(bytes, 0, length)))
                    .as("length %d", length)
                    .isEmpty();
        }
    }

    @Test
    void what_is_written_is_read_back() {
        List<StunAttribute> attributes = List.of(
                new StunAttribute.Username("server:client"),
                new StunAttribute.Priority(0xffff_fffeL),
                new StunAttribute.UseCandidate(),
                new StunAttribute.IceControlling(-7),
                new StunAttribute.ErrorCode(487, "Role Conflict"),
                new StunAttribute.UnknownAttributes(List.of(0x1234, 0x0777, 0x7fff)),
                new StunAttribute.XorMappedAddress(new InetSocketAddress("2001:db8::1", 65535)),
                new StunAttribute.XorMappedAddress(new InetSocketAddress("203.0.113.9", 1)));
        for (Kind kind : Kind.values()) {
            StunMessage message = reread(StunMessage.write(kind, ID, attributes, KEY));
            assertThat(message.kind()).isEqualTo(kind);
            assertThat(message.id()).isEqualTo(ID);
            assertThat(message.attributes()).isEqualTo(attributes);
            assertThat(message.isProvenBy(KEY)).isTrue();
        }
    }

    @Test
    void attributes_behind_the_integrity_do_not_count() {
        ByteBuffer sealed = StunMessage.write(Kind.REQUEST, ID, List.of(new StunAttribute.Priority(1)), KEY);
        byte[] forged = new byte[sealed.remaining() - 8 + 4];
        sealed.get(0, forged, 0, sealed.remaining() - 8);
        ByteBuffer view = ByteBuffer.wrap(forged);
        view.putShort(2, (short) (forged.length - 20));
        view.putShort(forged.length - 4, (short) 0x0025);
        StunMessage message = StunMessage.parse(view).orElseThrow();
        assertThat(message.isProvenBy(KEY)).isTrue();
        assertThat(message.attribute(StunAttribute.UseCandidate.class)).isEmpty();
    }

    @Test
    void unknown_required_attributes_are_listed_and_optional_ones_skipped() {
        byte[] bytes = HexFormat.of()
                .parseHex("000100182112a442b7e7a701bc34d686fa87dfae" + "7abc0001ff000000" + "8abc0000" + "7abd0000"
                        + "00250000" + "00080000");
        ByteBuffer withoutSeal = ByteBuffer.wrap(bytes, 0, bytes.length - 4);
        ByteBuffer message =
                ByteBuffer.allocate(withoutSeal.remaining()).put(withoutSeal).flip();
        message.putShort(2, (short) (message.limit() - 20));
        assertThat(StunMessage.parse(message).orElseThrow().unknownRequired()).containsExactly(0x7abc, 0x7abd);
    }

    @Test
    void the_ufrag_of_the_receiver_is_found_without_a_full_read() {
        assertThat(StunMessage.localUfrag(bytes(REQUEST))).contains("evtj");
        assertThat(StunMessage.localUfrag(bytes(ANSWER_V4))).isEmpty();
        assertThat(StunMessage.localUfrag(
                        StunMessage.write(Kind.REQUEST, ID, List.of(new StunAttribute.Username("nocolon")))))
                .isEmpty();
    }

    @Test
    void a_buffer_is_read_from_its_position_and_stays_unread() {
        byte[] message = HexFormat.of().parseHex(REQUEST);
        ByteBuffer buffer = ByteBuffer.allocate(message.length + 64);
        buffer.position(7).put(message).flip().position(7);
        assertThat(StunMessage.parse(buffer)).isPresent();
        assertThat(StunMessage.localUfrag(buffer)).contains("evtj");
        assertThat(buffer.position()).isEqualTo(7);
    }

    @Test
    void other_methods_than_binding_are_not_ours() {
        assertThat(StunMessage.parse(bytes("000300002112a442b7e7a701bc34d686fa87dfae")))
                .isEmpty();
    }

    private static StunMessage parsed(String hex) {
        return reread(bytes(hex));
    }

    private static StunMessage reread(ByteBuffer bytes) {
        return StunMessage.parse(bytes).orElseThrow();
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }
}
