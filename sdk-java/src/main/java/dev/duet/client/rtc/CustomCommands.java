// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc;

import dev.duet.client.Code;
import dev.duet.client.course.RoomEvent;
import dev.duet.client.rtc.desk.Desk;
import dev.duet.client.rtc.rule.CommandAllowance;
import dev.duet.client.stay.Room;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.ServerEvent.CustomCmd;
import dev.duet.id.UserId;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Messages of the app's own beside the media.
final class CustomCommands {
    private final Desk desk;
    private final Map<UserId, Long> sequences = new HashMap<>(2);
    private volatile @Nullable Room inside;
    private CommandAllowance allowance;

    CustomCommands(Desk desk) {
        this.desk = desk;
        this.allowance = CommandAllowance.full(desk.sessions().now());
    }

    void attend(Room room) {
        sequences.clear();
        room.on(event -> {
            switch (event) {
                case RoomEvent.Entered entered -> inside = room;
                case RoomEvent.Ended ended -> leave();
                case RoomEvent.CommandReceived(CustomCmd command) -> take(command);
                case RoomEvent.UserLeft(UserId user, var reason, var at) -> sequences.remove(user);
                // In after a restart of the server, where everybody counts from 1 again.
                case RoomEvent.Linked linked -> sequences.clear();
                default -> {
                    // The others' matter.
                }
            }
        });
    }

    void leave() {
        inside = null;
    }

    /// Whether it is on its way: not outside a room, too large, or too fast. On any thread.
    boolean send(int cmdId, byte @Nullable [] data, boolean reliable, boolean ordered) {
        Room room = inside;
        if (room == null || data == null || !CommandAllowance.isLegal(cmdId, data.length) || !spend(data.length)) {
            return false;
        }
        String text = Base64.getEncoder().encodeToString(data);
        ClientRequest.SendCustomCmd command = new ClientRequest.SendCustomCmd(cmdId, text, reliable, ordered);
        desk.sessions().run(() -> room.command(command));
        return true;
    }

    private synchronized boolean spend(int size) {
        Optional<CommandAllowance> left = allowance.spend(size, desk.sessions().now());
        left.ifPresent(now -> allowance = now);
        return left.isPresent();
    }

    private void take(CustomCmd command) {
        UserId user = command.userId();
        long last = sequences.getOrDefault(user, 0L);
        // After each login the latest come once more.
        if (command.seq() <= last) {
            return;
        }
        sequences.put(user, command.seq());
        long missed = last == 0 ? 0 : command.seq() - last - 1;
        if (missed > 0) {
            desk.tell(listener -> listener.onMissCustomCmdMsg(user.text(), command.cmdId(), Code.FAILED, (int) missed));
        }
        bytes(command.data())
                .ifPresent(bytes -> desk.tell(listener ->
                        listener.onRecvCustomCmdMsg(user.text(), command.cmdId(), command.seq(), bytes.clone())));
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
