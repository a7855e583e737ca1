// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import dev.duet.server.config.Settings;
import dev.duet.server.media.MediaListener;
import dev.duet.server.media.MediaRooms;
import dev.duet.server.media.MediaSettings;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;

/// The one port number of a node: UDP for media, TCP for everything else.
final class Ports {
    /// Of a port the system chose for UDP, TCP is free nearly always.
    private static final int TRIES = 20;

    /// RFC 7675 section 5.1: who has not answered for 30 s no longer consents.
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private Ports() {}

    /// How long the media of a user may be silent before it counts as lost: as long as the room keeps the user.
    static Duration silence(Settings settings) {
        Duration vanish = settings.rooms().vanish();
        return vanish.compareTo(LONGEST_SILENCE) < 0 ? vanish : LONGEST_SILENCE;
    }

    /// Opens the media on a UDP port whose TCP twin is free.
    static MediaRooms openMedia(Settings settings, MediaListener listener) throws CannotStart {
        int wanted = settings.listen().port();
        InetAddress address = settings.listen().address();
        for (int tries = 1; ; tries++) {
            requireFreeTcp(address, wanted);
            MediaRooms rooms = openUdp(settings, listener);
            if (wanted != 0
                    || tries == TRIES
                    || isFreeTcp(address, rooms.address().getPort())) {
                return rooms;
            }
            rooms.close();
        }
    }

    static CannotStart inUse(String protocol, InetAddress address, int port) {
        return new CannotStart(protocol + " port " + port + " on " + address.getHostAddress()
                + " is in use by another program; stop it or choose another port with --port.");
    }

    private static MediaRooms openUdp(Settings settings, MediaListener listener) throws CannotStart {
        Settings.Listen listen = settings.listen();
        InetSocketAddress bind = new InetSocketAddress(listen.address(), listen.port());
        List<InetSocketAddress> announced = listen.announce().isEmpty()
                ? List.of(bind)
                : listen.announce().stream()
                        .map(a -> new InetSocketAddress(a.address(), a.port()))
                        .toList();
        try {
            return MediaRooms.start(
                    new MediaSettings(
                            bind,
                            announced,
                            settings.media().receiveBufferBytes(),
                            silence(settings),
                            settings.media().ciphers()),
                    listener);
        } catch (BindException e) {
            throw cannotBind("UDP", listen.address(), listen.port(), e);
        } catch (IOException e) {
            throw new CannotStart("The media socket on " + bind + " cannot be opened: " + e.getMessage() + ".");
        }
    }

    private static void requireFreeTcp(InetAddress address, int port) throws CannotStart {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(address, port));
        } catch (BindException e) {
            throw cannotBind("TCP", address, port, e);
        } catch (IOException e) {
            throw new CannotStart("TCP port " + port + " cannot be opened: " + e.getMessage() + ".");
        }
    }

    private static boolean isFreeTcp(InetAddress address, int port) {
        try {
            requireFreeTcp(address, port);
            return true;
        } catch (CannotStart taken) {
            return false;
        }
    }

    private static CannotStart cannotBind(String protocol, InetAddress address, int port, BindException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("in use")) {
            return inUse(protocol, address, port);
        }
        if (message.contains("denied")) {
            return new CannotStart(protocol + " port " + port
                    + " needs privileges this user lacks; choose one above 1023 with --port.");
        }
        return new CannotStart("This machine has no address " + address.getHostAddress()
                + " to listen on; choose another with the setting `bind`.");
    }
}
