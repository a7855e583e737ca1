// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.loop;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// A port on which nothing ever comes and everything sent is gone.
public final class SilentPort implements DatagramPort {
    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    }

    @Override
    public @Nullable InetSocketAddress receive(ByteBuffer into) {
        return null;
    }

    @Override
    public boolean send(ByteBuffer packet, InetSocketAddress to) {
        return true;
    }

    @Override
    public void await(long nanos) {}

    @Override
    public void wakeUp() {}

    @Override
    public void close() {}
}
