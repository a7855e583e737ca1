// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.loop;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/// A socket of the JDK: one channel, one selector.
public final class ChannelPort implements DatagramPort {
    private static final Logger LOG = System.getLogger(ChannelPort.class.getName());
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final DatagramChannel channel;
    private final Selector selector;
    private final InetSocketAddress address;

    private ChannelPort(DatagramChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        this.selector = selector;
        this.address = (InetSocketAddress) channel.getLocalAddress();
    }

    /// Binds a socket and asks for buffers of this size, with a warning when the system grants less.
    public static ChannelPort open(InetSocketAddress bind, int bufferBytes) throws IOException {
        DatagramChannel channel = DatagramChannel.open(family(bind));
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, bufferBytes);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, bufferBytes);
            channel.bind(bind);
            channel.configureBlocking(false);
            warnAboutBuffer(channel.getOption(StandardSocketOptions.SO_RCVBUF), bufferBytes);
            Selector selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
            return new ChannelPort(channel, selector);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// A socket of the wider family would see IPv4 addresses as mapped ones and cost a conversion a packet.
    private static ProtocolFamily family(InetSocketAddress bind) {
        return bind.getAddress() instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    }

    private static void warnAboutBuffer(int granted, int wanted) {
        if (granted < wanted) {
            LOG.log(
                    Level.WARNING,
                    "The system grants the media socket a receive buffer of {0} kB instead of {1} kB; a short pause will"
                            + " lose packets. To allow it: sysctl -w net.core.rmem_max={2}",
                    granted / 1024,
                    wanted / 1024,
                    Integer.toString(wanted));
        }
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public @Nullable InetSocketAddress receive(ByteBuffer into) throws IOException {
        return (InetSocketAddress) channel.receive(into);
    }

    @Override
    public boolean send(ByteBuffer packet, InetSocketAddress to) throws IOException {
        return channel.send(packet, to) > 0;
    }

    @Override
    public void await(long nanos) throws IOException {
        if (nanos <= 0) {
            selector.selectNow();
        } else {
            // Rounded up: a timer a millisecond late harms nobody, a loop that spins until it is due does.
            selector.select((nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void wakeUp() {
        selector.wakeup();
    }

    @Override
    public void close() {
        try {
            selector.close();
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The media socket did not close.", e);
        }
    }
}
