// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc.machine;

/// When sound may be pushed into an audio stream.
///
/// libwebrtc starts the recording thread of its audio device whenever an audio stream starts to send, and aborts the
/// process when that thread and another feed the stream at the same time. So nothing is pushed until that thread was
/// seen at work (it sends silence) and was stopped, and nothing while a negotiation may start it again.
public final class AudioGate {
    /// What to do now.
    public enum Next {
        NOTHING,
        /// Count the audio packets that were sent, and tell [#counted].
        COUNT,
        STOP_RECORDING
    }

    private boolean connected;
    /// The recording thread was seen, so it will not start by itself any more but in a negotiation.
    private boolean proven;
    private int negotiations;

    public boolean open() {
        return proven && negotiations == 0;
    }

    public Next connected(boolean now) {
        connected = now;
        return countIfNeeded();
    }

    /// Something begins that may start the stream anew: a description or parameters are set.
    public void negotiationBegins() {
        negotiations++;
    }

    public Next negotiationEnds() {
        negotiations = Math.max(0, negotiations - 1);
        if (negotiations > 0) {
            return Next.NOTHING;
        }
        return proven ? Next.STOP_RECORDING : countIfNeeded();
    }

    public Next counted(long packets) {
        if (proven || packets == 0 || negotiations > 0) {
            return countIfNeeded();
        }
        proven = true;
        return Next.STOP_RECORDING;
    }

    private Next countIfNeeded() {
        return connected && !proven && negotiations == 0 ? Next.COUNT : Next.NOTHING;
    }
}
