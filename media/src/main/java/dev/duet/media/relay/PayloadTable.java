// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

import dev.duet.media.rtp.VideoCodec;
import dev.duet.media.sdp.NegotiatedStream;
import dev.duet.media.sdp.PayloadFormat;
import java.util.Arrays;

/// What each payload type of one section means to a leg, in arrays that a packet can look into.
final class PayloadTable {
    static final int TYPES = 128;
    static final byte NONE = -1;

    private final boolean[] media = new boolean[TYPES];
    private final boolean[] repairable = new boolean[TYPES];
    private final byte[] original = filled();
    private final byte[] repair = filled();
    private final int[] clockRates = new int[TYPES];
    private final VideoCodec[] codecs = new VideoCodec[TYPES];

    PayloadTable(NegotiatedStream stream) {
        Arrays.fill(codecs, VideoCodec.OTHER);
        stream.formats().forEach(this::add);
    }

    private void add(PayloadFormat format) {
        int type = format.payloadType();
        media[type] = true;
        repairable[type] = format.nack();
        clockRates[type] = format.codec().clockRate();
        codecs[type] = VideoCodec.named(format.codec().name());
        if (format.hasRtx()) {
            original[format.rtxPayloadType()] = (byte) type;
            repair[type] = (byte) format.rtxPayloadType();
        }
    }

    /// Whether the type carries media, as opposed to retransmissions.
    boolean isMedia(int type) {
        return media[type];
    }

    /// Whether holes in a stream of this type may be asked for.
    boolean isRepairable(int type) {
        return repairable[type];
    }

    /// The media type that a retransmission type repairs, or [#NONE].
    int originalOf(int type) {
        return original[type];
    }

    /// The retransmission type for a media type, or [#NONE].
    int repairOf(int type) {
        return repair[type];
    }

    int clockRate(int type) {
        return clockRates[type];
    }

    VideoCodec codec(int type) {
        return codecs[type];
    }

    static byte[] filled() {
        byte[] types = new byte[TYPES];
        Arrays.fill(types, NONE);
        return types;
    }
}
