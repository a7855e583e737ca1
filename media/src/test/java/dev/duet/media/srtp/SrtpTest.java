// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.media.dtls.SrtpKeys;
import dev.duet.media.srtp.gcm.AesGcm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SrtpTest {
    private static final int SSRC = 0xcafebabe;

    @Test
    void gcm_protects_rtp_as_rfc_7714_section_16_1() {
        ByteBuffer packet = packet("8040f17b8041f8d35501a0b2"
                + "47616c6c696120657374206f6d6e69732064697669736120696e207061727465732074726573");
        SrtpSender sender = new SrtpSender(rfc7714());
        assertThat(sender.protectRtp(packet)).isEqualTo(ProtectVerdict.OK);
        assertThat(Streams.bytes(packet))
                .isEqualTo(hex("8040f17b8041f8d35501a0b2"
                        + "f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf8833"
                        + "899d7f27beb16a9152cf765ee4390cce"));
        assertThat(new SrtpReceiver(rfc7714()).unprotectRtp(packet)).isEqualTo(UnprotectVerdict.OK);
        assertThat(Streams.bytes(packet)).endsWith("divisa in partes tres".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void gcm_protects_rtcp_as_rfc_7714_section_17_1() {
        String plain = "81c8000d4d6172734e5450314e545032525450200000042a0000e9304c756e61"
                + "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef";
        ByteBuffer packet = packet(plain);
        GcmCipher cipher = rfc7714();
        int end = packet.limit();
        cipher.sealRtcp(packet.array(), packet.arrayOffset(), end, 0x800005d4);
        packet.limit(end + cipher.rtcpOverhead());
        assertThat(Streams.bytes(packet))
                .isEqualTo(hex("81c8000d4d61727363e94885dcdab67ca727d7662f6b7e997ff5c0f76c06f32dc676a5f1730d6fda"
                        + "4ce09b4686303ded0bb9275bc84aa45896cf4d2fc5abf87245d9eade800005d4"));
        assertThat(new SrtpReceiver(rfc7714()).unprotectRtcp(packet)).isEqualTo(UnprotectVerdict.OK);
        assertThat(Streams.bytes(packet)).isEqualTo(hex(plain));
    }

    @Test
    void counter_mode_protects_as_the_reference_library_does() {
        byte[] key = hex("e1f97a0d3e018be0d64fa32c06de4139");
        byte[] salt = hex("0ec675ad498afeebb6960b3aabe6");
        ByteBuffer packet = packet("800f1234decafbadcafebabe" + "ab".repeat(16));
        assertThat(new SrtpSender(new SrtpKeys(1, key, salt, key, salt)).protectRtp(packet))
                .isEqualTo(ProtectVerdict.OK);
        assertThat(Streams.bytes(packet))
                .isEqualTo(hex("800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb"));
    }

    @Test
    void gcm_derives_its_keys_as_the_reference_library_does() {
        byte[] key = hex("000102030405060708090a0b0c0d0e0f");
        byte[] salt = hex("a0a1a2a3a4a5a6a7a8a9aaab");
        ByteBuffer packet = packet("800f1234decafbadcafebabe" + "ab".repeat(16));
        assertThat(new SrtpSender(new SrtpKeys(7, key, salt, key, salt)).protectRtp(packet))
                .isEqualTo(ProtectVerdict.OK);
        assertThat(Streams.bytes(packet))
                .isEqualTo(hex("800f1234decafbadcafebabec5002ede04cfdd2eb91159e0880aa06e"
                        + "d2976826f796b201df3131a127e8a392"));
    }

    @ParameterizedTest
    @EnumSource
    void packets_come_back_as_they_were(SrtpProfile profile) {
        SrtpSender sender = new SrtpSender(Streams.keys(profile));
        SrtpReceiver receiver = new SrtpReceiver(Streams.keys(profile));
        for (int length = 0; length < 100; length++) {
            ByteBuffer rtp = Streams.rtp(SSRC, length, length);
            byte[] plain = Streams.bytes(rtp);
            assertThat(sender.protectRtp(rtp)).isEqualTo(ProtectVerdict.OK);
            assertThat(rtp.remaining()).isEqualTo(plain.length + profile.tagLength());
            assertThat(receiver.unprotectRtp(rtp)).isEqualTo(UnprotectVerdict.OK);
            assertThat(Streams.bytes(rtp)).isEqualTo(plain);

            ByteBuffer rtcp = Streams.rtcp(SSRC, length);
            byte[] report = Streams.bytes(rtcp);
            assertThat(sender.protectRtcp(rtcp)).isEqualTo(ProtectVerdict.OK);
            assertThat(rtcp.remaining()).isEqualTo(report.length + profile.tagLength() + 4);
            assertThat(receiver.unprotectRtcp(rtcp)).isEqualTo(UnprotectVerdict.OK);
            assertThat(Streams.bytes(rtcp)).isEqualTo(report);
        }
    }

    @ParameterizedTest
    @EnumSource
    void header_extensions_and_contributing_sources_stay_clear(SrtpProfile profile) {
        ByteBuffer packet = ByteBuffer.allocate(100);
        packet.put((byte) 0x92).put((byte) 96).putShort((short) 1).putInt(2).putInt(SSRC);
        packet.putInt(7).putInt(8).putShort((short) 0xbede).putShort((short) 1).putInt(0x10aa0000);
        packet.put(new byte[10]).flip();
        byte[] plain = Streams.bytes(packet);
        new SrtpSender(Streams.keys(profile)).protectRtp(packet);
        assertThat(Arrays.copyOf(Streams.bytes(packet), 28)).isEqualTo(Arrays.copyOf(plain, 28));
        assertThat(Arrays.copyOfRange(Streams.bytes(packet), 28, 38)).isNotEqualTo(new byte[10]);
        assertThat(new SrtpReceiver(Streams.keys(profile)).unprotectRtp(packet)).isEqualTo(UnprotectVerdict.OK);
        assertThat(Streams.bytes(packet)).isEqualTo(plain);
    }

    @ParameterizedTest
    @EnumSource
    void sequence_numbers_roll_over_through_loss_and_reordering(SrtpProfile profile) {
        for (long seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            SrtpSender sender = new SrtpSender(Streams.keys(profile));
            SrtpReceiver receiver = new SrtpReceiver(Streams.keys(profile));
            for (int burst = 0; burst < 40; burst++) {
                int first = 30_000 + burst * 5000;
                for (int sequence : shuffled(random, first, 400)) {
                    ByteBuffer packet = Streams.rtp(SSRC, sequence & 0xffff, 20);
                    byte[] plain = Streams.bytes(packet);
                    assertThat(sender.protectRtp(packet)).isEqualTo(ProtectVerdict.OK);
                    if (random.nextInt(3) != 0) {
                        assertThat(receiver.unprotectRtp(packet))
                                .as("seed %d sequence %d", seed, sequence)
                                .isEqualTo(UnprotectVerdict.OK);
                        assertThat(Streams.bytes(packet)).isEqualTo(plain);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void any_order_within_the_window_decrypts_once(SrtpProfile profile) {
        for (long seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            SrtpSender sender = new SrtpSender(Streams.keys(profile));
            SrtpReceiver receiver = new SrtpReceiver(Streams.keys(profile));
            List<ByteBuffer> sent = new ArrayList<>();
            for (int i = 0; i < ReplayWindow.SIZE; i++) {
                ByteBuffer packet = Streams.rtp(SSRC, 65_000 + i, 20);
                assertThat(sender.protectRtp(packet)).isEqualTo(ProtectVerdict.OK);
                sent.add(packet);
            }
            // The first packet tells the receiver where the stream begins.
            int[] order = shuffled(random, 1, sent.size() - 1);
            assertThat(receiver.unprotectRtp(Streams.copy(sent.getFirst()))).isEqualTo(UnprotectVerdict.OK);
            for (int i : order) {
                assertThat(receiver.unprotectRtp(Streams.copy(sent.get(i))))
                        .as("seed %d packet %d", seed, i)
                        .isEqualTo(UnprotectVerdict.OK);
            }
            for (int i : order) {
                assertThat(receiver.unprotectRtp(Streams.copy(sent.get(i)))).isEqualTo(UnprotectVerdict.REPLAYED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void replays_and_stale_packets_are_told_apart(SrtpProfile profile) {
        SrtpSender sender = new SrtpSender(Streams.keys(profile));
        SrtpReceiver receiver = new SrtpReceiver(Streams.keys(profile));
        ByteBuffer first = Streams.rtp(SSRC, 1, 20);
        sender.protectRtp(first);
        ByteBuffer report = Streams.rtcp(SSRC, 20);
        sender.protectRtcp(report);
        assertThat(receiver.unprotectRtp(Streams.copy(first))).isEqualTo(UnprotectVerdict.OK);
        assertThat(receiver.unprotectRtp(Streams.copy(first))).isEqualTo(UnprotectVerdict.REPLAYED);
        assertThat(receiver.unprotectRtcp(Streams.copy(report))).isEqualTo(UnprotectVerdict.OK);
        assertThat(receiver.unprotectRtcp(Streams.copy(report))).isEqualTo(UnprotectVerdict.REPLAYED);
        ByteBuffer later = Streams.rtp(SSRC, 1 + ReplayWindow.SIZE, 20);
        sender.protectRtp(later);
        assertThat(receiver.unprotectRtp(later)).isEqualTo(UnprotectVerdict.OK);
        assertThat(receiver.unprotectRtp(Streams.copy(first))).isEqualTo(UnprotectVerdict.TOO_OLD);
    }

    @ParameterizedTest
    @EnumSource
    void every_flipped_bit_is_noticed_and_changes_nothing(SrtpProfile profile) {
        SrtpSender sender = new SrtpSender(Streams.keys(profile));
        SrtpReceiver receiver = new SrtpReceiver(Streams.keys(profile));
        ByteBuffer rtp = Streams.rtp(SSRC, 1, 20);
        sender.protectRtp(rtp);
        ByteBuffer rtcp = Streams.rtcp(SSRC, 20);
        sender.protectRtcp(rtcp);
        for (int bit = 0; bit < 8 * rtp.remaining(); bit++) {
            ByteBuffer forged = Streams.copy(rtp);
            forged.put(bit / 8, (byte) (forged.get(bit / 8) ^ (1 << (bit % 8))));
            assertThat(receiver.unprotectRtp(forged)).isIn(UnprotectVerdict.FORGED, UnprotectVerdict.MALFORMED);
        }
        for (int bit = 0; bit < 8 * rtcp.remaining(); bit++) {
            ByteBuffer forged = Streams.copy(rtcp);
            forged.put(bit / 8, (byte) (forged.get(bit / 8) ^ (1 << (bit % 8))));
            assertThat(receiver.unprotectRtcp(forged))
                    .isIn(UnprotectVerdict.FORGED, UnprotectVerdict.MALFORMED, UnprotectVerdict.UNENCRYPTED);
        }
        assertThat(receiver.unprotectRtp(rtp)).isEqualTo(UnprotectVerdict.OK);
        assertThat(receiver.unprotectRtcp(rtcp)).isEqualTo(UnprotectVerdict.OK);
    }

    @ParameterizedTest
    @EnumSource
    void truncated_packets_are_refused(SrtpProfile profile) {
        SrtpSender sender = new SrtpSender(Streams.keys(profile));
        SrtpReceiver receiver = new SrtpReceiver(Streams.keys(profile));
        ByteBuffer rtp = Streams.rtp(SSRC, 1, 20);
        sender.protectRtp(rtp);
        ByteBuffer rtcp = Streams.rtcp(SSRC, 20);
        sender.protectRtcp(rtcp);
        for (int length = 0; length < rtp.limit(); length++) {
            assertThat(receiver.unprotectRtp(Streams.copy(rtp).limit(length))).isNotEqualTo(UnprotectVerdict.OK);
        }
        for (int length = 0; length < rtcp.limit(); length++) {
            assertThat(receiver.unprotectRtcp(Streams.copy(rtcp).limit(length))).isNotEqualTo(UnprotectVerdict.OK);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_index_is_never_protected_twice(SrtpProfile profile) {
        SrtpSender sender = new SrtpSender(Streams.keys(profile));
        assertThat(sender.protectRtp(Streams.rtp(SSRC, 2000, 20))).isEqualTo(ProtectVerdict.OK);
        ByteBuffer again = Streams.rtp(SSRC, 2000, 20);
        assertThat(sender.protectRtp(again)).isEqualTo(ProtectVerdict.INDEX_REUSED);
        assertThat(again.hasRemaining()).as("nothing to send by mistake").isFalse();
        assertThat(sender.protectRtp(Streams.rtp(SSRC, 1999, 20))).isEqualTo(ProtectVerdict.OK);
        assertThat(sender.protectRtp(Streams.rtp(SSRC, 2000 - ReplayWindow.SIZE, 20)))
                .isEqualTo(ProtectVerdict.TOO_OLD);
        assertThat(sender.protectRtp(Streams.rtp(SSRC + 1, 2000, 20))).isEqualTo(ProtectVerdict.OK);
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_protected_does_not_leave(SrtpProfile profile) {
        SrtpSender sender = new SrtpSender(Streams.keys(profile));
        assertThat(sender.protectRtp(ByteBuffer.wrap(new byte[40]))).isEqualTo(ProtectVerdict.MALFORMED);
        ByteBuffer full = ByteBuffer.wrap(Streams.bytes(Streams.rtp(SSRC, 1, 20)));
        assertThat(sender.protectRtp(full)).isEqualTo(ProtectVerdict.NO_ROOM);
        assertThat(full.hasRemaining()).isFalse();
        assertThat(sender.protectRtcp(ByteBuffer.wrap(Streams.bytes(Streams.rtcp(SSRC, 20)))))
                .isEqualTo(ProtectVerdict.NO_ROOM);
        assertThat(sender.protectRtcp(Streams.rtp(SSRC, 1, 20))).isEqualTo(ProtectVerdict.MALFORMED);
    }

    @ParameterizedTest
    @EnumSource
    void the_table_of_sources_is_bounded_and_forgeries_do_not_fill_it(SrtpProfile profile) {
        SrtpSender sender = new SrtpSender(Streams.keys(profile));
        SrtpReceiver receiver = new SrtpReceiver(Streams.keys(profile));
        for (int ssrc = 0; ssrc < 1000; ssrc++) {
            assertThat(receiver.unprotectRtp(Streams.rtp(ssrc, 1, 60))).isEqualTo(UnprotectVerdict.FORGED);
        }
        for (int ssrc = 0; ssrc < 32; ssrc++) {
            ByteBuffer packet = Streams.rtp(ssrc, 1, 20);
            assertThat(sender.protectRtp(packet)).isEqualTo(ProtectVerdict.OK);
            assertThat(receiver.unprotectRtp(packet)).isEqualTo(UnprotectVerdict.OK);
        }
        assertThat(sender.protectRtp(Streams.rtp(99, 1, 20))).isEqualTo(ProtectVerdict.TOO_MANY_SOURCES);
        ByteBuffer stranger = Streams.rtp(99, 1, 20);
        new SrtpSender(Streams.keys(profile)).protectRtp(stranger);
        assertThat(receiver.unprotectRtp(stranger)).isEqualTo(UnprotectVerdict.TOO_MANY_SOURCES);
    }

    @Test
    void unknown_profiles_and_wrong_lengths_are_a_callers_bug() {
        byte[] key = new byte[16];
        assertThatThrownBy(() -> new SrtpSender(new SrtpKeys(8, key, key, key, key)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SrtpReceiver(new SrtpKeys(7, key, key, key, key)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_window_into_a_larger_buffer_is_enough() {
        SrtpSender sender = new SrtpSender(Streams.keys(SrtpProfile.AEAD_AES_128_GCM));
        byte[] plain = Streams.bytes(Streams.rtp(SSRC, 1, 20));
        ByteBuffer packet = ByteBuffer.allocate(200).position(30);
        packet.put(plain).flip().position(30);
        assertThat(sender.protectRtp(packet)).isEqualTo(ProtectVerdict.OK);
        assertThat(packet.position()).isEqualTo(30);
        assertThat(new SrtpReceiver(Streams.keys(SrtpProfile.AEAD_AES_128_GCM)).unprotectRtp(packet))
                .isEqualTo(UnprotectVerdict.OK);
        assertThat(Streams.bytes(packet)).isEqualTo(plain);
    }

    private static int[] shuffled(Random random, int first, int count) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            numbers[i] = numbers[j];
            numbers[j] = first + i;
        }
        return numbers;
    }

    /// The RFC's keys are session keys, the same for RTP and RTCP.
    private static GcmCipher rfc7714() {
        byte[] key = hex("000102030405060708090a0b0c0d0e0f");
        byte[] salt = hex("517569642070726f2071756f");
        AesGcm.Engine engine = AesGcm.Engine.PLATFORM;
        return new GcmCipher(engine.keyed(key), salt, engine.keyed(key), salt);
    }

    private static ByteBuffer packet(String hex) {
        return ByteBuffer.allocate(500).put(hex(hex)).flip();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
