// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.ipsecmb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.duet.media.srtp.gcm.AesGcm;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// The library against the platform's cipher. Runs where libIPSec_MB.so.1 is, and in CI anyway, which installs it.
@EnabledIf("wanted")
class IpsecMbIT {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int PACKETS = 20_000;
    /// The measurement's own noise, in bytes a packet.
    private static final long NOISE = 1;

    private static AesGcm.Engine library = AesGcm.Engine.PLATFORM;

    private final Random random = new Random(4);

    static boolean wanted() {
        return IpsecMb.variant().isPresent() || System.getenv("CI") != null;
    }

    @BeforeAll
    static void find() {
        library = IpsecMb.engine().orElseThrow(() -> new AssertionError("CI has to install libipsec-mb1"));
    }

    @Test
    void it_seals_as_the_gcm_specification_says() {
        byte[] packet = Arrays.copyOf(hex("d9313225f88406e5a55909c5aff5269a"), 32);
        library.keyed(hex("feffe9928665731c6d6a8f9467308308"))
                .seal(hex("cafebabefacedbaddecaf888"), new byte[0], 0, 0, packet, 0, 16);
        assertThat(Arrays.copyOf(packet, 16)).isEqualTo(hex("42831ec2217774244b7221b784d0d49c"));
    }

    @Test
    void it_seals_byte_for_byte_as_the_platform_does_and_each_opens_what_the_other_sealed() {
        for (int length = 0; length < 1500; length += 1 + length / 10) {
            byte[] key = bytes(16);
            byte[] nonce = bytes(12);
            int header = 12 + 4 * (length % 7);
            byte[] plain = bytes(header + length + AesGcm.TAG);
            byte[] ours = plain.clone();
            byte[] theirs = plain.clone();
            library.keyed(key).seal(nonce, ours, 0, header, ours, header, header + length);
            AesGcm.Engine.PLATFORM.keyed(key).seal(nonce, theirs, 0, header, theirs, header, header + length);
            assertThat(ours).as("length " + length).isEqualTo(theirs);
            assertThat(library.keyed(key).open(nonce, theirs, 0, header, theirs, header, theirs.length))
                    .isTrue();
            assertThat(Arrays.copyOf(theirs, header + length)).isEqualTo(Arrays.copyOf(plain, header + length));
        }
    }

    @Test
    void one_wrong_bit_anywhere_is_noticed() {
        byte[] nonce = bytes(12);
        AesGcm key = library.keyed(bytes(16));
        byte[] sealed = bytes(12 + 40 + AesGcm.TAG);
        key.seal(nonce, sealed, 0, 12, sealed, 12, 52);
        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] forged = sealed.clone();
            forged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(key.open(nonce, forged, 0, 12, forged, 12, forged.length))
                    .as("bit " + bit)
                    .isFalse();
        }
        assertThat(key.open(nonce, sealed, 0, 12, sealed, 12, sealed.length)).isTrue();
    }

    @Test
    void what_is_shorter_than_a_tag_is_not_authentic() {
        byte[] packet = bytes(20);
        assertThat(library.keyed(bytes(16)).open(bytes(12), packet, 0, 12, packet, 12, 20))
                .isFalse();
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThatThrownBy(() -> library.keyed(new byte[32])).hasMessageContaining("16 bytes");
    }

    @Test
    void keys_of_one_engine_do_not_mix() {
        List<AesGcm> keys = List.of(library.keyed(new byte[16]), library.keyed(bytes(16)));
        byte[] nonce = bytes(12);
        byte[] packet = bytes(100);
        keys.getFirst().seal(nonce, packet, 0, 12, packet, 12, 84);
        keys.getLast().seal(nonce, bytes(100), 0, 12, bytes(100), 12, 84);
        assertThat(keys.getLast().open(nonce, packet.clone(), 0, 12, packet.clone(), 12, 100))
                .isFalse();
        assertThat(keys.getFirst().open(nonce, packet, 0, 12, packet, 12, 100)).isTrue();
    }

    @Test
    void a_packet_costs_no_garbage() {
        byte[] nonce = bytes(12);
        byte[] packet = bytes(1116);
        AesGcm key = library.keyed(bytes(16));
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < PACKETS; i++) {
                key.seal(nonce, packet, 0, 12, packet, 12, 1100);
                assertThatIsTrue(key.open(nonce, packet, 0, 12, packet, 12, 1116));
            }
            best = Math.min(best, (THREADS.getCurrentThreadAllocatedBytes() - before) / PACKETS);
        }
        assertThat(best).isLessThanOrEqualTo(NOISE);
    }

    @Test
    void the_start_log_names_a_variant_this_processor_has() throws Exception {
        String variant = IpsecMb.variant().orElseThrow();
        if (variant.equals("vaes_avx512")) {
            assertThat(Files.readString(Path.of("/proc/cpuinfo"))).contains(" vaes ", " avx512bw ");
        } else {
            assertThat(variant).isIn("avx512", "avx_gen4", "avx_gen2", "sse");
        }
    }

    private static void assertThatIsTrue(boolean opened) {
        if (!opened) {
            throw new AssertionError("an authentic packet was refused");
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
