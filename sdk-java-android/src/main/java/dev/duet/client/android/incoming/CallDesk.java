// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.incoming;

import android.app.NotificationManager;
import android.content.Context;
import android.content.Intent;
import android.os.Handler;
import android.os.Looper;
import android.util.Log;
import dev.duet.client.android.ring.IncomingCall;
import dev.duet.client.android.ring.RingEffect;
import dev.duet.client.android.ring.RingInput;
import dev.duet.client.android.ring.Ringing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Carries out on the main thread what [Ringing] decides. It outlives the service, so that a call that was over
/// once does not ring again.
final class CallDesk {
    private static final String TAG = "duet";

    private final Ringing ringing = new Ringing();
    private final Handler main = new Handler(Looper.getMainLooper());

    @SuppressWarnings("UnnecessaryLambda") // It is called off by its identity.
    private final Runnable alarm = () -> handle(new RingInput.Woken());

    private final Context context;
    private final IncomingCalls app;
    private final Clock clock;
    private final BooleanSupplier fullScreen;
    private final RingNoise noise;
    private final CallNotification notifications;
    private @Nullable IncomingCallService service;
    private @Nullable Shown shown;

    /// What is to be seen now.
    record Shown(IncomingCall call, boolean talking) {}

    CallDesk(Context context, IncomingCalls app, Clock clock, BooleanSupplier fullScreen) {
        this.context = context;
        this.app = app;
        this.clock = clock;
        this.fullScreen = fullScreen;
        this.noise = new RingNoise(context);
        this.notifications = new CallNotification(context, app);
        notifications.makeChannel();
    }

    Instant now() {
        return clock.instant();
    }

    /// Whether the app may take the screen of a locked phone.
    boolean fullScreen() {
        return fullScreen.getAsBoolean();
    }

    CallNotification notifications() {
        return notifications;
    }

    @Nullable
    Shown shown() {
        return shown;
    }

    /// From any thread.
    void handle(RingInput input) {
        if (Looper.myLooper() == Looper.getMainLooper()) {
            ringing.handle(input, now()).forEach(this::carryOut);
        } else {
            main.post(() -> handle(input));
        }
    }

    private void carryOut(RingEffect effect) {
        switch (effect) {
            case RingEffect.ShowRinging(IncomingCall call) -> show(new Shown(call, false));
            case RingEffect.ShowTalking(IncomingCall call) -> show(new Shown(call, true));
            case RingEffect.Sound() -> noise.begin();
            case RingEffect.Hush() -> noise.end();
            case RingEffect.Wake(Instant at) -> wake(at);
            case RingEffect.Accept(IncomingCall call) -> app.accept(call);
            case RingEffect.Decline(IncomingCall call) -> app.decline(call);
            case RingEffect.HangUp(IncomingCall call) -> app.hangUp(call);
            case RingEffect.Missed(IncomingCall call) -> app.missed(call);
            case RingEffect.Rest() -> rest();
        }
    }

    private void wake(Instant at) {
        main.removeCallbacks(alarm);
        main.postDelayed(alarm, Math.max(0, Duration.between(now(), at).toMillis()) + 1);
    }

    private void show(Shown next) {
        shown = next;
        if (service != null) {
            service.show(next);
            return;
        }
        try {
            context.startForegroundService(new Intent(context, IncomingCallService.class));
        } catch (IllegalStateException | SecurityException asleep) {
            // From API 31 on only a push of high priority may start one while the app is not on the screen.
            Log.w(TAG, "The call rings without a service.", asleep);
            context.getSystemService(NotificationManager.class)
                    .notify(CallNotification.ID, IncomingCallService.notification(context, this, next));
        }
    }

    private void rest() {
        shown = null;
        main.removeCallbacks(alarm);
        context.getSystemService(NotificationManager.class).cancel(CallNotification.ID);
        if (service != null) {
            service.rest();
        }
    }

    void began(IncomingCallService begun) {
        service = begun;
    }

    void ended(IncomingCallService gone) {
        if (gone.equals(service)) {
            service = null;
            noise.end();
        }
    }
}
