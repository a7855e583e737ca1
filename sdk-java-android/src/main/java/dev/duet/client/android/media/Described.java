// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import java.util.function.Consumer;
import org.webrtc.SdpObserver;
import org.webrtc.SessionDescription;

/// Hears of a description, on a thread of the library.
record Described(Consumer<SessionDescription> made, Peer.Taken taken) implements SdpObserver {
    /// Of one that is made.
    static Described made(Consumer<SessionDescription> next, Peer.Taken taken) {
        return new Described(next, taken);
    }

    /// Of one that is put in force.
    static Described set(Peer.Taken taken) {
        return new Described(nothing -> {}, taken);
    }

    @Override
    public void onCreateSuccess(SessionDescription description) {
        made.accept(description);
    }

    @Override
    public void onSetSuccess() {
        taken.done();
    }

    @Override
    public void onCreateFailure(String why) {
        taken.failed(why);
    }

    @Override
    public void onSetFailure(String why) {
        taken.failed(why);
    }
}
