// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import dev.duet.call.invitation.PushNote;
import dev.duet.call.switchboard.Command;
import dev.duet.frame.ClientRequest.SetPushToken;
import dev.duet.id.AppId;
import dev.duet.id.DeviceKey;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.util.function.Consumer;

/// The way to sleeping devices, as the exchange needs it. It is called from the thread that decides: what takes time
/// belongs on another.
public interface PushLine {

    /// Wakes the devices of an invitee that no socket reached.
    ///
    /// @param told takes, on any thread, what became of it
    void push(AppId app, PushNote note, Consumer<Command.Pushed> told);

    /// The invitation has ended: what still waits is not sent, what rings is taken back.
    void withdraw(AppId app, InviteId invitation, UserId invitee);

    /// The device is reached under this token from now on.
    void keepToken(AppId app, DeviceKey device, SetPushToken token);

    /// Of a node that knows no vendor: nobody is woken.
    static PushLine none() {
        return new PushLine() {
            @Override
            public void push(AppId app, PushNote note, Consumer<Command.Pushed> told) {}

            @Override
            public void withdraw(AppId app, InviteId invitation, UserId invitee) {}

            @Override
            public void keepToken(AppId app, DeviceKey device, SetPushToken token) {}
        };
    }
}
