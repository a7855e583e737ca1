// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.incoming;

import android.app.Notification;
import android.app.NotificationManager;
import android.app.Service;
import android.content.Context;
import android.content.Intent;
import android.os.Build;
import android.os.IBinder;
import android.util.Log;
import dev.duet.client.android.ring.Heard;
import dev.duet.client.android.ring.IncomingCall;
import dev.duet.client.android.ring.Presentation;
import dev.duet.client.android.ring.RingInput;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Rings: keeps the app awake while a call comes in and goes on, with a notification that opens the call's screen on a
/// locked phone, and buttons to accept and decline. `docs/android.md` says what the manifest needs.
///
/// ```java
/// public void onCreate() {                                  // of the Application
///     IncomingCallService.answerWith(this, new MyCalls());
/// }
/// public void onMessageReceived(RemoteMessage message) {    // of the push service
///     IncomingCallService.pushed(message.getData());
/// }
/// ```
public final class IncomingCallService extends Service {
    private static final String TAG = "duet";
    private static @Nullable CallDesk desk;

    /// Who answers calls of this app. Called in the application's `onCreate`: a push may be what started the
    /// process.
    public static void answerWith(Context context, IncomingCalls app) {
        answerWith(context, app, Clock.systemUTC(), () -> RingPermissions.fullScreen(context));
    }

    static void answerWith(Context context, IncomingCalls app, Clock clock, BooleanSupplier fullScreen) {
        desk = new CallDesk(context.getApplicationContext(), app, clock, fullScreen);
    }

    /// A data message of a push: it rings, or is taken back. On any thread.
    ///
    /// @return whether it was about a call
    public static boolean pushed(Map<String, String> data) {
        CallDesk told = told();
        Optional<IncomingCall> call = Heard.push(data, told.now());
        call.ifPresent(each -> told.handle(new RingInput.Told(each)));
        Optional<String> withdrawn = Heard.withdrawn(data);
        withdrawn.ifPresent(each -> told.handle(new RingInput.Over(each)));
        return call.isPresent() || withdrawn.isPresent();
    }

    /// A call that was learned of on the socket. On any thread, like those that follow.
    public static void rings(IncomingCall call) {
        told().handle(new RingInput.Told(call));
    }

    /// Cancelled, timed out, answered elsewhere, or hung up by whomever.
    public static void over(String inviteID) {
        told().handle(new RingInput.Over(inviteID));
    }

    /// The app has accepted it by itself.
    public static void joined(String inviteID) {
        told().handle(new RingInput.Joined(inviteID));
    }

    /// Somebody wants silence, as with the key for the volume.
    public static void hush() {
        told().handle(new RingInput.Hushed());
    }

    /// The app's screen was opened with this intent: in `onCreate` and `onNewIntent`. The call is accepted if
    /// that was the button.
    public static void opened(Intent intent) {
        CallIntents.accepted(intent).ifPresent(input -> told().handle(input));
    }

    private static CallDesk told() {
        if (desk == null) {
            throw new IllegalStateException(
                    "Call IncomingCallService.answerWith in your Application's onCreate first.");
        }
        return desk;
    }

    @Override
    public int onStartCommand(@Nullable Intent intent, int flags, int startId) {
        CallDesk current = desk;
        if (current == null) {
            stopSelf();
            return START_NOT_STICKY;
        }
        current.began(this);
        CallIntents.pressed(intent).ifPresent(current::handle);
        CallDesk.Shown shown = current.shown();
        if (shown == null) {
            rest();
        } else {
            show(shown);
        }
        return START_NOT_STICKY;
    }

    void show(CallDesk.Shown shown) {
        Notification notification = notification(this, told(), shown);
        int types = presentation(this, told(), shown).types();
        try {
            begin(notification, types);
        } catch (IllegalStateException | SecurityException refused) {
            Log.w(TAG, "The call rings without a foreground service.", refused);
            getSystemService(NotificationManager.class).notify(CallNotification.ID, notification);
        }
    }

    private void begin(Notification notification, int types) {
        if (types == 0 || Build.VERSION.SDK_INT < Build.VERSION_CODES.Q) {
            startForeground(CallNotification.ID, notification);
        } else {
            startForeground(CallNotification.ID, notification, types);
        }
    }

    static Notification notification(Context context, CallDesk desk, CallDesk.Shown shown) {
        Presentation how = presentation(context, desk, shown);
        return shown.talking()
                ? desk.notifications().talking(shown.call(), how)
                : desk.notifications().ringing(shown.call(), how);
    }

    private static Presentation presentation(Context context, CallDesk desk, CallDesk.Shown shown) {
        Presentation.Allowed allowed = RingPermissions.allowed(context, desk.fullScreen());
        return shown.talking()
                ? Presentation.talking(
                        Build.VERSION.SDK_INT, allowed, shown.call().video())
                : Presentation.ringing(Build.VERSION.SDK_INT, allowed);
    }

    void rest() {
        stopForeground(STOP_FOREGROUND_REMOVE);
        stopSelf();
    }

    @Override
    public void onDestroy() {
        if (desk != null) {
            desk.ended(this);
        }
        super.onDestroy();
    }

    @Override
    public @Nullable IBinder onBind(Intent intent) {
        return null;
    }
}
