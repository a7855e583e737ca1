// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json.part;

import dev.duet.frame.MediaFlags;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.RoomInfo;
import dev.duet.frame.RoomUser;
import dev.duet.frame.Scene;
import dev.duet.frame.json.member.Flaw;
import dev.duet.frame.json.member.Members;
import dev.duet.frame.json.member.Words;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The objects that describe rooms, read into their records.
public final class RoomBody {
    private RoomBody() {}

    /// A room's name among other members: the number counts when both are given.
    public static final class Name {
        private @Nullable RoomId numbered;
        private @Nullable RoomId named;

        /// Whether the current member was a room's name, and is read.
        public boolean takes(Members members) throws IOException, Flaw {
            return switch (members.name()) {
                case "roomId" -> {
                    numbered = members.roomNumber();
                    yield true;
                }
                case "strRoomId" -> {
                    named = members.roomName();
                    yield true;
                }
                default -> false;
            };
        }

        /// Null when no room was named.
        @Nullable
        public RoomId id() {
            return numbered == null ? named : numbered;
        }

        public RoomId required(Members members) throws Flaw {
            return members.required("strRoomId", id());
        }
    }

    public static RoomInfo info(Members room) throws IOException, Flaw {
        Name name = new Name();
        Scene scene = null;
        List<RoomUser> users = List.of();
        Instant together = null;
        while (room.next()) {
            switch (room.name()) {
                case "scene" -> scene = room.word(Words.SCENE);
                case "users" -> users = users(room);
                case "together" -> together = room.unixMillis();
                default -> skipUnless(name.takes(room), room);
            }
        }
        return new RoomInfo(name.required(room), room.required("scene", scene), users, together);
    }

    public static List<RoomUser> users(Members members) throws IOException, Flaw {
        return members.list(element -> user(element.object()));
    }

    private static RoomUser user(Members user) throws IOException, Flaw {
        UserId userId = null;
        boolean audio = false;
        boolean video = false;
        boolean screen = false;
        boolean held = false;
        while (user.next()) {
            switch (user.name()) {
                case "userId" -> userId = user.userId();
                case "audio" -> audio = user.flag();
                case "video" -> video = user.flag();
                case "screen" -> screen = user.flag();
                case "held" -> held = user.flag();
                default -> user.skip();
            }
        }
        return new RoomUser(user.required("userId", userId), new MediaFlags(audio, video, screen), held);
    }

    public static MediaFlags flags(Members media) throws IOException, Flaw {
        Boolean audio = null;
        Boolean video = null;
        Boolean screen = null;
        while (media.next()) {
            switch (media.name()) {
                case "audio" -> audio = media.flag();
                case "video" -> video = media.flag();
                case "screen" -> screen = media.flag();
                default -> media.skip();
            }
        }
        return new MediaFlags(
                media.required("audio", audio), media.required("video", video), media.required("screen", screen));
    }

    public static ReceiveWish wish(Members wish) throws IOException, Flaw {
        Boolean audio = null;
        ReceiveWish.Video video = null;
        Boolean screen = null;
        while (wish.next()) {
            switch (wish.name()) {
                case "audio" -> audio = wish.flag();
                case "video" -> video = wish.word(Words.RECEIVED_VIDEO);
                case "screen" -> screen = wish.flag();
                default -> wish.skip();
            }
        }
        return new ReceiveWish(
                wish.required("audio", audio), wish.required("video", video), wish.required("screen", screen));
    }

    public static void skipUnless(boolean taken, Members members) throws IOException {
        if (!taken) {
            members.skip();
        }
    }
}
