// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.incoming;

import android.app.PendingIntent;
import android.content.Context;
import android.content.Intent;
import dev.duet.client.android.ring.IncomingCall;
import dev.duet.client.android.ring.RingInput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the buttons of a notification say.
///
/// Accepting opens the app's screen itself: from API 31 on a service that was pressed may open none.
final class CallIntents {
    static final String DECLINE = "dev.duet.call.DECLINE";
    static final String HANG_UP = "dev.duet.call.HANG_UP";
    private static final String INVITE_ID = "dev.duet.call.inviteID";
    private static final String ACCEPT = "dev.duet.call.accept";
    private static final int FLAGS = PendingIntent.FLAG_UPDATE_CURRENT | PendingIntent.FLAG_IMMUTABLE;

    /// Android takes two pending intents for the same one unless their numbers differ.
    private static final int OPEN_NUMBER = 0;

    private static final int ACCEPT_NUMBER = 1;
    private static final int DECLINE_NUMBER = 2;
    private static final int HANG_UP_NUMBER = 3;

    private CallIntents() {}

    static PendingIntent open(Context context, IncomingCalls app, IncomingCall call) {
        return PendingIntent.getActivity(context, OPEN_NUMBER, screen(context, app, call), FLAGS);
    }

    static PendingIntent accept(Context context, IncomingCalls app, IncomingCall call) {
        Intent screen = screen(context, app, call).putExtra(ACCEPT, true);
        return PendingIntent.getActivity(context, ACCEPT_NUMBER, screen, FLAGS);
    }

    static PendingIntent decline(Context context, IncomingCall call) {
        return PendingIntent.getService(context, DECLINE_NUMBER, press(context, DECLINE, call), FLAGS);
    }

    static PendingIntent hangUp(Context context, IncomingCall call) {
        return PendingIntent.getService(context, HANG_UP_NUMBER, press(context, HANG_UP, call), FLAGS);
    }

    private static Intent screen(Context context, IncomingCalls app, IncomingCall call) {
        return app.screen(context, call)
                .putExtra(INVITE_ID, call.inviteID())
                .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK | Intent.FLAG_ACTIVITY_SINGLE_TOP);
    }

    private static Intent press(Context context, String action, IncomingCall call) {
        return new Intent(action).setClass(context, IncomingCallService.class).putExtra(INVITE_ID, call.inviteID());
    }

    /// What an intent says that a button brought to the service.
    static Optional<RingInput> pressed(@Nullable Intent intent) {
        String id = intent == null ? null : intent.getStringExtra(INVITE_ID);
        if (intent == null || id == null) {
            return Optional.empty();
        }
        if (DECLINE.equals(intent.getAction())) {
            return Optional.of(new RingInput.Declined(id));
        }
        return HANG_UP.equals(intent.getAction()) ? Optional.of(new RingInput.HungUp(id)) : Optional.empty();
    }

    /// The call for which an intent opened the app's screen with the button.
    static Optional<RingInput> accepted(@Nullable Intent intent) {
        String id = intent == null ? null : intent.getStringExtra(INVITE_ID);
        return intent != null && id != null && intent.getBooleanExtra(ACCEPT, false)
                ? Optional.of(new RingInput.Accepted(id))
                : Optional.empty();
    }
}
