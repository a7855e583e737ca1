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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// A push vendor that keeps what it is asked for. A device whose token it knows, and that no socket reached, is shown
/// the push at once.
public final class FakePush implements PushLine {
    private final Map<DeviceKey, SetPushToken> tokens = new ConcurrentHashMap<>();
    private final BlockingQueue<PushNote> sent = new LinkedBlockingQueue<>();
    private final BlockingQueue<InviteId> withdrawn = new LinkedBlockingQueue<>();

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

    /// Waits for the next push.
    ///
    /// @throws AssertionError when none is within 10 s
    public PushNote next() {
        return Patience.poll(sent, "no push");
    }

    /// Waits until the push of this invitation is taken back, and passes over those of others.
    ///
    /// @throws AssertionError when it is not within 10 s
    public void awaitWithdrawal(String inviteId) {
        InviteId wanted = new InviteId(inviteId);
        InviteId next = Patience.poll(withdrawn, "no withdrawal of " + inviteId);
        while (!next.equals(wanted)) {
            next = Patience.poll(withdrawn, "no withdrawal of " + inviteId);
        }
    }

    /// The devices it can reach.
    public Set<DeviceKey> devices() {
        return Set.copyOf(tokens.keySet());
    }
}
