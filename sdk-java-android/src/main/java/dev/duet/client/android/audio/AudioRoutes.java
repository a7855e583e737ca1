// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.audio;

import android.content.Context;
import android.media.AudioDeviceCallback;
import android.media.AudioDeviceInfo;
import android.media.AudioManager;
import android.os.Build;
import android.os.Handler;
import android.os.Looper;
import dev.duet.client.android.route.Route;
import dev.duet.client.android.route.Routing;

/// The ways of sound of one call, from when it is made until it is closed: it puts the phone into the mode for calls,
/// chooses, follows what is plugged in and out, and lets the app choose. All on the main thread.
///
/// ```java
/// AudioRoutes routes = new AudioRoutes(context, call.video(), (now, before) -> show(now));
/// routes.setAudioRoute(Route.SPEAKER);
/// …
/// routes.close();
/// ```
public final class AudioRoutes implements AutoCloseable {
    private static final int FIRST_WITH_COMMUNICATION_DEVICES = Build.VERSION_CODES.S;

    /// The guide's `onAudioRouteChanged`.
    @FunctionalInterface
    public interface Listener {
        void onAudioRouteChanged(Route now, Route before);
    }

    private final AudioManager audio;
    private final Ways ways;
    private final Routing routing;
    private final Listener listener;
    private final int modeBefore;
    private Route taken = Route.UNKNOWN;
    private boolean closed;

    private final AudioDeviceCallback plugs = new AudioDeviceCallback() {
        @Override
        public void onAudioDevicesAdded(AudioDeviceInfo[] added) {
            look();
        }

        @Override
        public void onAudioDevicesRemoved(AudioDeviceInfo[] removed) {
            look();
        }
    };

    /// Begins at once.
    ///
    /// @param loud the loudspeaker comes before the earpiece, as for video
    /// @param listener told of each change, of the first choice as well
    public AudioRoutes(Context context, boolean loud, Listener listener) {
        this.audio = context.getSystemService(AudioManager.class);
        this.ways = Build.VERSION.SDK_INT >= FIRST_WITH_COMMUNICATION_DEVICES
                ? new CommunicationDevices(audio)
                : new OlderSwitches(audio);
        this.routing = new Routing(loud);
        this.listener = listener;
        this.modeBefore = audio.getMode();
        audio.setMode(AudioManager.MODE_IN_COMMUNICATION);
        audio.registerAudioDeviceCallback(plugs, new Handler(Looper.getMainLooper()));
        look();
    }

    public Route current() {
        return taken;
    }

    /// The guide's `setAudioRoute`: this way until something is plugged in, or it goes; [Route#UNKNOWN] leaves
    /// the choice to the SDK again.
    ///
    /// @return whether sound takes it now
    public boolean setAudioRoute(Route route) {
        if (closed) {
            return false;
        }
        take(routing.ask(route));
        return route == Route.UNKNOWN || taken == route;
    }

    /// From voice to video or back.
    public void setLoud(boolean loud) {
        if (!closed) {
            take(routing.loud(loud));
        }
    }

    private void look() {
        if (!closed) {
            take(routing.available(ways.available()));
        }
    }

    /// Tries one way after another until the system takes one.
    private void take(Route chosen) {
        Route next = chosen;
        while (next != Route.UNKNOWN && next != taken && !ways.take(next)) {
            next = routing.refuse(next);
        }
        Route before = taken;
        taken = next;
        if (next != before) {
            listener.onAudioRouteChanged(next, before);
        }
    }

    /// Leaves the phone as it was.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        audio.unregisterAudioDeviceCallback(plugs);
        ways.letGo();
        audio.setMode(modeBefore);
    }
}
