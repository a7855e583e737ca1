// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.duet.id.AppId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import dev.duet.server.media.MediaListener;
import dev.duet.server.media.MediaRooms;
import dev.duet.server.media.MediaSettings;
import dev.duet.server.media.Negotiation;
import dev.duet.server.media.QualityReport;
import dev.duet.server.media.RoomKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;

/// The server's media alone, on loopback, with one room.
final class MediaServer implements AutoCloseable {
    private static final RoomKey ROOM = new RoomKey(new AppId(1_400_000_001L), new RoomId.Named("java"));

    private final MediaRooms rooms;

    private MediaServer(MediaRooms rooms) {
        this.rooms = rooms;
    }

    static MediaServer start() {
        return start(InetAddress.getLoopbackAddress());
    }

    static MediaServer start(InetAddress address) {
        try {
            return new MediaServer(MediaRooms.start(MediaSettings.on(address, 0), new Deaf()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String enter(String user, String offer) {
        return answer(rooms.enter(ROOM, new UserId(user), offer).join());
    }

    String restart(String user, String offer) {
        return answer(rooms.restartIce(ROOM, new UserId(user), offer).join());
    }

    void leave(String user) {
        rooms.leave(ROOM, new UserId(user));
    }

    private static String answer(Negotiation negotiation) {
        return switch (negotiation) {
            case Negotiation.Answered(String sdp) -> sdp;
            case Negotiation.Refused(String why) -> throw new AssertionError("refused: " + why);
        };
    }

    @Override
    public void close() {
        rooms.close();
    }

    private static final class Deaf implements MediaListener {
        @Override
        public void connected(RoomKey room, UserId user) {}

        @Override
        public void lost(RoomKey room, UserId user, String why) {}

        @Override
        public void quality(RoomKey room, UserId user, QualityReport report) {}
    }
}
