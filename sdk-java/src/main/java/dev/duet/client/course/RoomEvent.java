// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.course;

import dev.duet.client.Result;
import dev.duet.client.media.ConnectionStats;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.LeaveReason;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a stay in a room tells, each thing once.
public sealed interface RoomEvent {
    /// In the room.
    ///
    /// @param elapsed since `enter`, or since `warmUp`; at least 1 ms
    record Entered(Duration elapsed) implements RoomEvent {}

    /// Media flows, for the first time or again.
    record Connected() implements RoomEvent {}

    /// There is a new media connection: how it encodes has to be set.
    record Linked() implements RoomEvent {}

    /// Every 2 s.
    record Measured(LinkFigures link, ConnectionStats stats, NetworkQuality quality) implements RoomEvent {}

    record CommandReceived(ServerEvent.CustomCmd command) implements RoomEvent {}

    /// What is sent the others may not get: the screen is the other one's, or a picture is not allowed.
    record MediaRefused(Result<Void> why) implements RoomEvent {}

    /// 8 s after the media broke.
    record ConnectionLost() implements RoomEvent {}

    /// 11 s after the media broke, and every 24 s from then on.
    record TryToReconnect() implements RoomEvent {}

    /// Told only after `ConnectionLost`.
    record Recovered() implements RoomEvent {}

    /// Nothing follows.
    record Ended(RoomEnd end) implements RoomEvent {}

    /// What the others in the room do.
    sealed interface OfOthers extends RoomEvent {
        UserId userId();
    }

    record UserEntered(UserId userId) implements OfOthers {}

    /// Is there no more.
    ///
    /// @param at when, by the server's clock; null when it does not say
    record UserLeft(
            UserId userId, LeaveReason reason, @Nullable Instant at) implements OfOthers {}

    record MediaChanged(UserId userId, MediaFlags now, MediaFlags before) implements OfOthers {}

    /// Has put the room on hold, or has come back to it.
    record UserHeld(UserId userId, boolean held) implements OfOthers {}
}
