// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.incoming;

import android.content.Context;
import android.content.Intent;
import dev.duet.client.android.ring.Heard;
import dev.duet.client.android.ring.IncomingCall;
import dev.duet.client.call.Call;
import dev.duet.client.call.CallListener;
import dev.duet.client.call.ClientListener;
import dev.duet.client.call.DuetClient;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.CallState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Joins the service to a [DuetClient]: what rings there is shown here, and what is pressed here is done there.
/// What is pressed before the client has signed in is done as soon as it hears of the call.
///
/// The client's executor must be the main thread's: `new Handler(Looper.getMainLooper())::post`.
public final class ClientCalls implements IncomingCalls {
    private final DuetClient client;
    private final BiFunction<Context, IncomingCall, Intent> screen;
    /// By invitation.
    private final Map<String, Consumer<Call>> wishes = new HashMap<>();

    /// Listens to the client from now on.
    ///
    /// @param screen the activity that shows a call
    public ClientCalls(DuetClient client, BiFunction<Context, IncomingCall, Intent> screen) {
        this.client = client;
        this.screen = screen;
        Runnable unused = client.on(new ClientListener() {
            @Override
            public void incoming(Call call) {
                heard(call);
            }
        });
    }

    private void heard(Call call) {
        String id = call.inviteId();
        Runnable unused = call.on(new CallListener() {
            @Override
            public void state(Call changed, CallState now, CallState before) {
                tell(id, now);
            }
        });
        boolean video = call.media() == CallMedia.VIDEO;
        IncomingCallService.rings(Heard.call(id, call.peer(), video, Instant.now()));
        Optional.ofNullable(wishes.remove(id)).ifPresent(wish -> wish.accept(call));
    }

    private static void tell(String id, CallState now) {
        switch (now) {
            case CallState.Inviting inviting -> {}
            case CallState.Ringing ringing -> {}
            case CallState.Connecting connecting -> IncomingCallService.joined(id);
            case CallState.Talking talking -> IncomingCallService.joined(id);
            case CallState.Ended ended -> IncomingCallService.over(id);
        }
    }

    @Override
    public Intent screen(Context context, IncomingCall call) {
        return screen.apply(context, call);
    }

    @Override
    public void accept(IncomingCall call) {
        wish(call, each -> {
            var unused = each.accept();
        });
    }

    @Override
    public void decline(IncomingCall call) {
        wish(call, each -> {
            var unused = each.reject();
        });
    }

    @Override
    public void hangUp(IncomingCall call) {
        wish(call, each -> {
            var unused = each.hangUp();
        });
    }

    private void wish(IncomingCall call, Consumer<Call> wish) {
        client.calls().stream()
                .filter(each -> each.inviteId().equals(call.inviteID()))
                .findFirst()
                .ifPresentOrElse(wish, () -> {
                    wishes.put(call.inviteID(), wish);
                    var unused = client.login().thenRun(() -> giveUp(call.inviteID()));
                });
    }

    /// What the client does not know once it has signed in, is over.
    private void giveUp(String id) {
        if (wishes.remove(id) != null) {
            IncomingCallService.over(id);
        }
    }
}
