// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc;

import dev.duet.client.Result;
import dev.duet.client.course.RoomCode;
import dev.duet.client.course.RoomEvent;
import dev.duet.client.rtc.desk.Desk;
import dev.duet.client.rtc.told.RtcCloudListener;
import dev.duet.client.stay.Room;
import dev.duet.frame.MediaFlags;
import dev.duet.id.UserId;

/// Tells what happens in a room.
final class RoomTelling {
    private final Desk desk;
    private final OwnSide own;

    RoomTelling(Desk desk, OwnSide own) {
        this.desk = desk;
        this.own = own;
    }

    void attend(Room room) {
        room.on(this::take);
    }

    /// After everybody else has listened to the room: who leaves is told last.
    void attendLast(Room room) {
        room.on(event -> {
            if (event instanceof RoomEvent.UserLeft(UserId user, var reason, var at)) {
                desk.tell(listener -> listener.onRemoteUserLeaveRoom(user.text(), reason.number()));
            }
        });
    }

    private void take(RoomEvent event) {
        switch (event) {
            case RoomEvent.UserEntered(UserId user) ->
                desk.tell(listener -> listener.onRemoteUserEnterRoom(user.text()));
            case RoomEvent.MediaChanged(UserId user, MediaFlags now, MediaFlags before) ->
                tellAvailable(user.text(), now, before);
            case RoomEvent.ConnectionLost lost -> {
                desk.tell(RtcCloudListener::onConnectionLost);
                desk.warn(RoomCode.WARNING_ROOM_DISCONNECTED, "The connection to the room is lost.");
            }
            case RoomEvent.TryToReconnect again -> {
                desk.tell(RtcCloudListener::onTryToReconnect);
                desk.warn(RoomCode.WARNING_ROOM_RECONNECTING, "The connection to the room is being repaired.");
            }
            case RoomEvent.Recovered recovered -> desk.tell(RtcCloudListener::onConnectionRecovery);
            case RoomEvent.MediaRefused(Result<Void> why) -> {
                desk.error(why.code(), why.desc());
                if (why.code() != RoomCode.VIDEO_DENIED) {
                    own.stopShare();
                }
            }
            case RoomEvent.Linked linked -> own.encode();
            default -> {
                // Told by others.
            }
        }
    }

    private void tellAvailable(String user, MediaFlags now, MediaFlags before) {
        if (now.audio() != before.audio()) {
            desk.tell(listener -> listener.onUserAudioAvailable(user, now.audio()));
        }
        if (now.video() != before.video()) {
            desk.tell(listener -> listener.onUserVideoAvailable(user, now.video()));
        }
        if (now.screen() != before.screen()) {
            desk.tell(listener -> listener.onUserSubStreamAvailable(user, now.screen()));
        }
    }
}
