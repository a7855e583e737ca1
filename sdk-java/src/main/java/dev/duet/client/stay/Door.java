// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.Result.Answered;
import dev.duet.frame.Result.Entered;
import dev.duet.frame.Result.Exited;
import dev.duet.frame.Result.Nothing;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import java.util.concurrent.CompletableFuture;

/// What a room asks the server for: to be warm, to be in, to rest, to be out. Each way in begins with a new connection.
final class Door {
    private final RoomWire wire;
    private final MediaPath path;
    private final Statement statement;
    private RoomOptions options;

    Door(RoomWire wire, MediaPath path, Statement statement, RoomOptions options) {
        this.wire = wire;
        this.path = path;
        this.statement = statement;
        this.options = options;
    }

    RoomId roomId() {
        return options.roomId();
    }

    /// Whether nothing is sent on a connection that is warm, until the person has agreed.
    boolean withholds() {
        return options.withhold();
    }

    /// Counts with the next entry or re-entry.
    void setPrivateMapKey(String key) {
        options = options.withPrivateMapKey(key);
    }

    CompletableFuture<Result<Answered>> warmUp(InviteId inviteId) {
        RoomOptions asked = options;
        MediaFlags media = statement.begin();
        return path.open(sdp -> wire.request(
                new ClientRequest.WarmUp(
                        inviteId, asked.roomId(), asked.scene(), sdp, media, asked.userSig(), asked.privateMapKey()),
                Answered.class::cast));
    }

    CompletableFuture<Result<Entered>> enter() {
        RoomOptions asked = options;
        MediaFlags media = statement.begin();
        return path.open(sdp -> wire.request(
                new ClientRequest.EnterRoom(
                        asked.roomId(), asked.scene(), sdp, media, asked.userSig(), asked.privateMapKey()),
                Entered.class::cast));
    }

    CompletableFuture<Result<Nothing>> hold() {
        return wire.request(new ClientRequest.HoldRoom(), Nothing.class::cast);
    }

    /// @param held a room on hold is left by its name
    CompletableFuture<Result<Exited>> exit(boolean held) {
        return wire.request(new ClientRequest.ExitRoom(held ? roomId() : null), Exited.class::cast);
    }
}
