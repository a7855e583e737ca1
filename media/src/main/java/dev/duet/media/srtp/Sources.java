// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import org.jspecify.annotations.Nullable;

/// The synchronization sources of one direction. Bounded, and nothing is forgotten: a forgotten source would be open to
/// replay.
final class Sources {
    /// A one-to-one call has three m-lines with a stream and its retransmissions each, and some RTCP-only sources.
    private static final int LIMIT = 32;

    private final Source[] sources = new Source[LIMIT];
    private int count;

    /// One source: how far its packet indexes have come.
    static final class Source {
        final ReplayWindow rtp = new ReplayWindow();
        final ReplayWindow rtcp = new ReplayWindow();
        private final int ssrc;

        private Source(int ssrc) {
            this.ssrc = ssrc;
        }
    }

    @Nullable
    Source find(int ssrc) {
        for (int i = 0; i < count; i++) {
            if (sources[i].ssrc == ssrc) {
                return sources[i];
            }
        }
        return null;
    }

    boolean isFull() {
        return count == LIMIT;
    }

    Source add(int ssrc) {
        Source source = new Source(ssrc);
        sources[count++] = source;
        return source;
    }

    /// The index nearest to the highest one that ends in this sequence number (RFC 3711 section 3.3.1); there is none
    /// below zero.
    static long index(@Nullable Source source, int sequence) {
        if (source == null) {
            return sequence;
        }
        long highest = source.rtp.highest();
        long index = highest + (short) (sequence - (int) highest);
        return index < 0 || highest < 0 ? sequence : index;
    }
}
