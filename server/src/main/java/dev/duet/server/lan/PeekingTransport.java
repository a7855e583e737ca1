// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.lan;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.transport.Transport;
import org.jspecify.annotations.Nullable;

/// The JDK's sockets, where each connection that a server accepts has its first byte looked at before all else.
public final class PeekingTransport implements Transport {
    private static final io.vertx.core.spi.transport.Transport PLAIN = Transport.NIO.implementation();

    @Override
    public String name() {
        return "peeking";
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public @Nullable Throwable unavailabilityCause() {
        return null;
    }

    @Override
    public io.vertx.core.spi.transport.Transport implementation() {
        return new Sockets();
    }

    /// Sees each accepted channel before the server does.
    private static final class Acceptance extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext server, Object accepted) {
            ((Channel) accepted).pipeline().addLast(new PlainRequest());
            server.fireChannelRead(accepted);
        }
    }

    private static final class Sockets implements io.vertx.core.spi.transport.Transport {
        @Override
        public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
            ChannelFactory<? extends ServerChannel> plain = PLAIN.serverChannelFactory(domainSocket);
            return () -> {
                ServerChannel server = plain.newChannel();
                server.pipeline().addLast(new Acceptance());
                return server;
            };
        }

        @Override
        public IoHandlerFactory ioHandlerFactory() {
            return PLAIN.ioHandlerFactory();
        }

        @Override
        @SuppressWarnings("deprecation") // as the interface has it
        public DatagramChannel datagramChannel(InternetProtocolFamily family) {
            return PLAIN.datagramChannel(family);
        }

        @Override
        public ChannelFactory<? extends DatagramChannel> datagramChannelFactory() {
            return PLAIN.datagramChannelFactory();
        }

        @Override
        public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
            return PLAIN.channelFactory(domainSocket);
        }
    }
}
