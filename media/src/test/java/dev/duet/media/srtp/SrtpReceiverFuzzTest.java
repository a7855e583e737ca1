// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Arrays;

class SrtpReceiverFuzzTest {
    /// Anything may arrive: each packet is answered with a verdict, and a good one that follows still gets through.
    @FuzzTest
    void any_bytes_get_a_verdict(byte[] data) {
        for (SrtpProfile profile : SrtpProfile.values()) {
            SrtpSender sender = new SrtpSender(Streams.keys(profile));
            SrtpReceiver receiver = new SrtpReceiver(Streams.keys(profile));
            receiver.unprotectRtp(ByteBuffer.wrap(data.clone()));
            receiver.unprotectRtcp(ByteBuffer.wrap(data.clone()));
            sender.protectRtp(ByteBuffer.wrap(Arrays.copyOf(data, data.length + 64), 0, data.length));
            sender.protectRtcp(ByteBuffer.wrap(Arrays.copyOf(data, data.length + 64), 0, data.length));
            ByteBuffer good = Streams.rtp(7, 9, 20);
            if (new SrtpSender(Streams.keys(profile)).protectRtp(good) != ProtectVerdict.OK
                    || receiver.unprotectRtp(good) != UnprotectVerdict.OK) {
                throw new AssertionError("a forged packet disturbed a good one");
            }
        }
    }
}
