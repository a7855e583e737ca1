// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import dev.duet.client.media.ConnectionState;
import java.util.function.Consumer;
import org.webrtc.DataChannel;
import org.webrtc.IceCandidate;
import org.webrtc.MediaStream;
import org.webrtc.PeerConnection;

/// Hears how a connection stands, on a thread of the library; the rest of what it tells has no use here.
record StateObserver(Consumer<ConnectionState> told) implements PeerConnection.Observer {
    @Override
    public void onConnectionChange(PeerConnection.PeerConnectionState next) {
        if (next != PeerConnection.PeerConnectionState.CLOSED) {
            told.accept(ConnectionState.valueOf(next.name()));
        }
    }

    @Override
    public void onSignalingChange(PeerConnection.SignalingState next) {}

    @Override
    public void onIceConnectionChange(PeerConnection.IceConnectionState next) {}

    @Override
    public void onIceConnectionReceivingChange(boolean receiving) {}

    @Override
    public void onIceGatheringChange(PeerConnection.IceGatheringState next) {}

    @Override
    public void onIceCandidate(IceCandidate candidate) {}

    @Override
    public void onIceCandidatesRemoved(IceCandidate[] candidates) {}

    @Override
    public void onAddStream(MediaStream stream) {}

    @Override
    public void onRemoveStream(MediaStream stream) {}

    @Override
    public void onDataChannel(DataChannel channel) {}

    @Override
    public void onRenegotiationNeeded() {}
}
