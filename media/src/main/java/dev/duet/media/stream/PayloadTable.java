// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stream;

import dev.duet.media.rtp.VideoCodec;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.terms.PayloadFormat;
import java.util.Arrays;

/// What each payload type of one section means to a leg, in arrays that a packet can look into.
public final class PayloadTable {
    static final int TYPES = 128;
    public static final byte NONE = -1;

    private final boolean[] media = new boolean[TYPES];
    private final boolean[] repairable = new boolean[TYPES];
    private final byte[] original = filled();
    private final byte[] repair = filled();
    private final int[] clockRates = new int[TYPES];
    private final VideoCodec[] codecs = new VideoCodec[TYPES];

    public PayloadTable(NegotiatedStream stream) {
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
    public boolean isMedia(int type) {
        return media[type];
    }

    /// Whether holes in a stream of this type may be asked for.
    public boolean isRepairable(int type) {
        return repairable[type];
    }

    /// The media type that a retransmission type repairs, or [#NONE].
    public int originalOf(int type) {
        return original[type];
    }

    /// The retransmission type for a media type, or [#NONE].
    public int repairOf(int type) {
        return repair[type];
    }

    public int clockRate(int type) {
        return clockRates[type];
    }

    public VideoCodec codec(int type) {
        return codecs[type];
    }

    static byte[] filled() {
        byte[] types = new byte[TYPES];
        Arrays.fill(types, NONE);
        return types;
    }
}
