// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.world;

import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.Devices;
import dev.duet.client.media.IceServer;
import dev.duet.client.media.MediaConnection;
import dev.duet.client.media.MediaEngine;
import java.util.List;
import java.util.function.Consumer;

/// An engine whose connections come up as soon as they are answered.
public final class FakeEngine implements MediaEngine {
    private final World world;
    public final FakeDevices devices = new FakeDevices();

    public FakeEngine(World world) {
        this.world = world;
    }

    @Override
    public void prepare() {}

    @Override
    public MediaConnection connect(List<IceServer> iceServers, Consumer<ConnectionState> listener) {
        FakeConnection connection = new FakeConnection(world, listener);
        world.connections.add(connection);
        return connection;
    }

    @Override
    public Devices devices() {
        return devices;
    }
}
