// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.room;

import dev.duet.frame.ClientRequest.SendCustomCmd;
import dev.duet.frame.ServerEvent.CustomCmd;
import dev.duet.id.UserId;
import java.util.ArrayList;
import java.util.List;

/// The custom commands of one user in a room: numbered, the latest kept for who may have missed them without a socket.
///
/// @param numbered the highest number given out
public record Commands(long numbered, List<CustomCmd> latest) {
    /// What a sender's rate allows in two seconds; with 1 KiB each it stays below 100 KiB for a user.
    static final int KEPT = 64;

    static Commands from(long numbered) {
        return new Commands(numbered, List.of());
    }

    Commands with(UserId sender, SendCustomCmd command) {
        List<CustomCmd> more = new ArrayList<>(latest.subList(Math.max(0, latest.size() + 1 - KEPT), latest.size()));
        more.add(new CustomCmd(sender, command.cmdId(), numbered + 1, command.data()));
        return new Commands(numbered + 1, List.copyOf(more));
    }
}
