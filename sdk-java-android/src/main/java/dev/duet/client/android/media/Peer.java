// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.Encoding;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.machine.StatsReading;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.webrtc.VideoFrame;

/// What is native of one connection. Made, used and disposed on one thread; never used again after `dispose`.
interface Peer {
    /// What comes from it, on threads of the library.
    interface Side {
        void become(ConnectionState state);

        /// The other side's sound.
        void heard(PcmChunk chunk);

        /// Fills 10 ms that are about to be sent; `false` leaves what is in there.
        boolean fill(ByteBuffer buffer, int channels, int rate);

        /// The library keeps the frame.
        void seen(MediaKind place, VideoFrame frame);
    }

    interface Taken {
        void done();

        void failed(String why);
    }

    /// Makes an offer and puts it in force.
    void offer(boolean newIce, Taken taken);

    String localSdp();

    void answer(String sdp, Taken taken);

    /// Whether sound is sent, and whether the library records it itself.
    void voice(boolean sends, boolean records);

    /// Whether the library plays what it receives.
    void play(boolean on);

    /// How loud it plays, 0 to 1.
    void volume(double factor);

    void shape(MediaKind kind, Encoding encoding);

    /// Takes a frame of the app's, on any thread, until `dispose` begins.
    void frame(MediaKind place, VideoFrame frame);

    void stats(Consumer<StatsReading> taken);

    void dispose();
}
