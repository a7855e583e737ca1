// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing.quiet;

import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.Devices;
import dev.duet.client.media.IceServer;
import dev.duet.client.media.MediaConnection;
import dev.duet.client.media.MediaEngine;
import java.util.List;
import java.util.function.Consumer;

/// An engine without a native library, whose connections are up once they are answered and carry nothing. The server
/// takes its offers, and waits for media that never come.
public final class QuietEngine implements MediaEngine {
    private static final QuietDevices DEVICES = new QuietDevices();

    @Override
    public void prepare() {}

    @Override
    public MediaConnection connect(List<IceServer> iceServers, Consumer<ConnectionState> listener) {
        return new QuietConnection(listener);
    }

    @Override
    public Devices devices() {
        return DEVICES;
    }
}
