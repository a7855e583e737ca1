// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import java.util.function.Consumer;

/// Hears of a connection's states, on a thread of the library. The server needs none of our candidates.
record StateObserver(Consumer<RTCPeerConnectionState> state) implements PeerConnectionObserver {
    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        ExitWatch.meet();
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState next) {
        ExitWatch.meet();
        state.accept(next);
    }
}
