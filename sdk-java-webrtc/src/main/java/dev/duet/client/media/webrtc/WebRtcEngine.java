// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.Devices;
import dev.duet.client.media.IceServer;
import dev.duet.client.media.MediaConnection;
import dev.duet.client.media.MediaEngine;
import dev.duet.client.media.webrtc.device.MachineDevices;
import dev.duet.client.media.webrtc.device.NativeLibrary;
import java.util.List;
import java.util.function.Consumer;

/// The media engine on libwebrtc.
public final class WebRtcEngine implements MediaEngine {
    @Override
    public void prepare() {
        NativeLibrary.load();
    }

    @Override
    public MediaConnection connect(List<IceServer> iceServers, Consumer<ConnectionState> listener) {
        NativeLibrary.load();
        return WebRtcConnection.open(List.copyOf(iceServers), listener);
    }

    @Override
    public Devices devices() {
        return new MachineDevices();
    }
}
