// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SrtpAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int PAYLOAD = 1000;
    private static final int PACKETS = 20_000;

    /// What a packet may cost beyond the cipher: the measurement's own noise.
    private static final long NOISE = 8;

    private int packets;

    private interface Work {
        void run(int packet) throws GeneralSecurityException;
    }

    @Test
    void counter_mode_allocates_nothing() throws Exception {
        ByteBuffer packet = Streams.rtp(1, 0, PAYLOAD);
        assertThat(perPacket(roundTrip(SrtpProfile.AES128_CM_SHA1_80, packet))).isLessThanOrEqualTo(NOISE);
    }

    @Test
    void gcm_allocates_no_more_than_the_cipher_alone() throws Exception {
        long bare = perPacket(bareCipher());
        ByteBuffer packet = Streams.rtp(1, 0, PAYLOAD);
        assertThat(perPacket(roundTrip(SrtpProfile.AEAD_AES_128_GCM, packet))).isLessThanOrEqualTo(bare + NOISE);
    }

    private static Work roundTrip(SrtpProfile profile, ByteBuffer packet) {
        SrtpSender sender = new SrtpSender(Streams.keys(profile));
        SrtpReceiver receiver = new SrtpReceiver(Streams.keys(profile));
        return sequence -> {
            packet.putShort(2, (short) sequence);
            if (sender.protectRtp(packet) != ProtectVerdict.OK
                    || receiver.unprotectRtp(packet) != UnprotectVerdict.OK) {
                throw new AssertionError("packet " + sequence + " did not come back");
            }
        };
    }

    private static Work bareCipher() throws GeneralSecurityException {
        SecretKeySpec key = new SecretKeySpec(new byte[16], "AES");
        Cipher encrypt = Cipher.getInstance("AES/GCM/NoPadding");
        Cipher decrypt = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] packet = new byte[12 + PAYLOAD + 16];
        byte[] copy = new byte[12 + PAYLOAD + 16];
        byte[] nonce = new byte[12];
        return sequence -> {
            Bytes.putInt32(nonce, 0, sequence);
            encrypt.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            encrypt.updateAAD(packet, 0, 12);
            encrypt.doFinal(packet, 12, PAYLOAD, packet, 12);
            System.arraycopy(packet, 0, copy, 0, copy.length);
            decrypt.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            decrypt.updateAAD(packet, 0, 12);
            decrypt.doFinal(copy, 12, PAYLOAD + 16, packet, 12);
        };
    }

    /// Bytes per packet in the best of some rounds, since compilation in the middle of one allocates too.
    private long perPacket(Work work) throws GeneralSecurityException {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < PACKETS; i++) {
                work.run(++packets);
            }
            best = Math.min(best, (THREADS.getCurrentThreadAllocatedBytes() - before) / PACKETS);
        }
        return best;
    }
}
