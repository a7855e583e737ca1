// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing;

import dev.duet.call.invitation.PushNote;
import dev.duet.call.switchboard.Command;
import dev.duet.frame.ClientRequest.SetPushToken;
import dev.duet.id.AppId;
import dev.duet.id.DeviceKey;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import dev.duet.server.exchange.PushLine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A push vendor that keeps what it is asked for. A device whose token it knows, and that no socket reached, is shown
/// the push at once.
public final class FakePush implements PushLine {
    private final Map<DeviceKey, SetPushToken> tokens = new ConcurrentHashMap<>();
    private final List<PushNote> sent = new CopyOnWriteArrayList<>();
    private final Set<InviteId> withdrawn = ConcurrentHashMap.newKeySet();

    @Override
    public void push(AppId app, PushNote note, Consumer<Command.Pushed> told) {
        sent.add(note);
        tokens.keySet().stream()
                .filter(device -> device.user().equals(note.invitee()))
                .filter(device -> !note.reached().contains(device.device()))
                .forEach(device -> told.accept(new Command.Pushed(note.inviteId(), device.device(), "shown")));
    }

    @Override
    public void withdraw(AppId app, InviteId invitation, UserId invitee) {
        withdrawn.add(invitation);
    }

    @Override
    public void keepToken(AppId app, DeviceKey device, SetPushToken token) {
        tokens.put(device, token);
    }

    /// Every push so far, the oldest first.
    public List<PushNote> sent() {
        return List.copyOf(sent);
    }

    /// Whether the push of this invitation was taken back.
    public boolean isWithdrawn(InviteId invitation) {
        return withdrawn.contains(invitation);
    }

    /// The devices it can reach.
    public Set<DeviceKey> devices() {
        return Set.copyOf(tokens.keySet());
    }
}
