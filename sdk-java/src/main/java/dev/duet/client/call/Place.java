// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.call.machine.CallEvent;
import dev.duet.client.call.offer.CallOffer;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.course.NetworkQuality;
import dev.duet.client.course.RoomCode;
import dev.duet.client.course.RoomEnd;
import dev.duet.client.course.RoomEvent;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.stay.Landing;
import dev.duet.client.stay.MediaTools;
import dev.duet.client.stay.OwnMedia;
import dev.duet.client.stay.Room;
import dev.duet.client.stay.RoomOptions;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.Result.Exited;
import dev.duet.frame.Scene;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Where a call takes place: its room, from warming up while it rings to leaving.
final class Place {
    /// A call whose media connection is broken this long is over.
    private static final Duration GIVE_UP = Duration.ofSeconds(30);
    /// How long somebody who has hung up waits to be seen doing so.
    private static final Duration MEETING = Duration.ofSeconds(5);

    private static final Result<Void> NO_ROOM =
            Result.refused(RoomCode.ROOM_ID_INVALID, "The invitation names no room.");

    /// What a place tells its call.
    interface Owner {
        /// What the call machine has to know.
        void feed(CallEvent event);

        void sends(MediaFlags now);

        void holds(boolean held);

        void quality(NetworkQuality quality);

        /// What is sent the other side may not get.
        void refused(Result<Void> why);
    }

    private final RoomWire wire;
    private final MediaTools tools;
    private final OwnMedia own;
    private final boolean withhold;
    private final Owner owner;
    private final Map<MediaKind, VideoSink> screens = new EnumMap<>(MediaKind.class);
    private @Nullable AudioSink ear;
    private @Nullable Room room;
    private boolean isCounted;

    /// @param withhold whether nothing may be sent before the room is entered
    Place(RoomWire wire, MediaTools tools, OwnMedia own, boolean withhold, Owner owner) {
        this.wire = wire;
        this.tools = tools;
        this.own = own;
        this.withhold = withhold;
        this.owner = owner;
    }

    @Nullable
    Room room() {
        return room;
    }

    void hear(@Nullable AudioSink sink) {
        ear = sink;
        if (room != null) {
            room.hear(sink);
        }
    }

    void see(MediaKind kind, @Nullable VideoSink sink) {
        if (sink == null) {
            screens.remove(kind);
        } else {
            screens.put(kind, sink);
        }
        if (room != null) {
            room.see(kind, sink);
        }
    }

    /// Connects while it rings, so that answering costs one message. Whatever fails, `enter` makes up for.
    void warmUp(Optional<CallOffer> offer, InviteId inviteId) {
        at(offer).ifPresent(there -> Landing.letBe(there.warmUp(inviteId)));
    }

    /// The person answers: what the devices give may be sent, before the server has heard of it.
    void agree() {
        if (room != null) {
            room.agree();
        }
    }

    void enter(Optional<CallOffer> offer) {
        at(offer).ifPresentOrElse(this::enter, () -> owner.feed(new CallEvent.EnterRefused(NO_ROOM)));
    }

    private void enter(Room entered) {
        if (entered.isConnected()) {
            owner.feed(new CallEvent.Flowing());
        }
        Landing.then(entered.enter(), answer -> {
            if (!answer.isOk()) {
                owner.feed(new CallEvent.EnterRefused(answer.bare()));
            }
        });
    }

    CompletableFuture<Result<Void>> leave() {
        return room == null
                ? CompletableFuture.completedFuture(Result.done())
                : room.exit().thenApply(this::left);
    }

    private Result<Void> left(Result<Exited> answer) {
        Exited exited = answer.data();
        Duration talked = exited == null ? null : talkedUntil(exited.at());
        if (talked != null) {
            owner.feed(new CallEvent.Counted(talked));
        }
        return answer.bare();
    }

    /// Since when the two are together, by the own clock; null when the server does not say.
    private @Nullable Instant since() {
        Optional<Instant> together = Optional.ofNullable(room).flatMap(Room::together);
        return together.map(at -> at.plus(Duration.between(wire.serverNow(), wire.now())))
                .orElse(null);
    }

    /// How long the two were together until then, both by the server's clock.
    private @Nullable Duration talkedUntil(@Nullable Instant at) {
        Instant together = isCounted
                ? null
                : Optional.ofNullable(room).flatMap(Room::together).orElse(null);
        if (at == null || together == null) {
            return null;
        }
        return at.isAfter(together) ? Duration.between(together, at) : Duration.ZERO;
    }

    private CallEvent peerLeft(RoomEvent.UserLeft left) {
        Duration talked = talkedUntil(left.at());
        // Leaving an empty room is no part of the talk.
        isCounted = true;
        return new CallEvent.PeerLeft(left.reason(), talked);
    }

    /// Goes there only to be seen leaving.
    CompletableFuture<Result<Void>> meetAndLeave(Optional<CallOffer> offer) {
        Room there = at(offer).orElse(null);
        if (there == null) {
            return CompletableFuture.completedFuture(Result.done());
        }
        CompletableFuture<?> met = meeting(there);
        Landing.letBe(there.enter());
        return met.thenCompose(seen -> leave());
    }

    private CompletableFuture<?> meeting(Room there) {
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        if (!there.users().isEmpty()) {
            met.complete(true);
        }
        there.on(event -> {
            if (event instanceof RoomEvent.UserEntered) {
                met.complete(true);
            }
        });
        wire.wake(wire.now().plus(MEETING), () -> met.complete(false));
        return met;
    }

    /// Empty when the offer names no room, or one that there cannot be.
    private Optional<Room> at(Optional<CallOffer> offer) {
        if (room == null) {
            RoomId name = offer.map(CallOffer::room).orElse(null);
            room = name == null ? null : open(name, offer.map(CallOffer::media).orElse(CallMedia.AUDIO));
        }
        return Optional.ofNullable(room);
    }

    private Room open(RoomId name, CallMedia media) {
        Scene scene = media == CallMedia.VIDEO ? Scene.VIDEO_CALL : Scene.AUDIO_CALL;
        RoomOptions options = RoomOptions.of(name, scene, GIVE_UP);
        Room opened = new Room(wire, own, tools, withhold ? options.withholding() : options);
        opened.on(this::take);
        opened.hear(ear);
        screens.forEach(opened::see);
        return opened;
    }

    private void take(RoomEvent event) {
        switch (event) {
            case RoomEvent.Entered entered -> owner.feed(new CallEvent.Entered(since()));
            case RoomEvent.UserEntered entered -> owner.feed(new CallEvent.PeerEntered(since()));
            case RoomEvent.UserLeft left -> owner.feed(peerLeft(left));
            case RoomEvent.Connected connected -> owner.feed(new CallEvent.Flowing());
            case RoomEvent.Ended ended -> owner.feed(new CallEvent.RoomEnded(why(ended.end())));
            case RoomEvent.MediaChanged changed -> owner.sends(changed.now());
            case RoomEvent.UserHeld held -> owner.holds(held.held());
            case RoomEvent.Measured measured -> owner.quality(measured.quality());
            case RoomEvent.MediaRefused refused -> owner.refused(refused.why());
            case RoomEvent.Linked other -> {}
            case RoomEvent.CommandReceived other -> {}
            case RoomEvent.ConnectionLost other -> {}
            case RoomEvent.TryToReconnect other -> {}
            case RoomEvent.Recovered other -> {}
        }
    }

    private static CallEvent.RoomEnd why(RoomEnd end) {
        return switch (end) {
            case RoomEnd.Kicked kicked -> CallEvent.RoomEnd.KICKED;
            case RoomEnd.Dissolved dissolved -> CallEvent.RoomEnd.DISSOLVED;
            case RoomEnd.Lost lost -> CallEvent.RoomEnd.LOST;
        };
    }
}
