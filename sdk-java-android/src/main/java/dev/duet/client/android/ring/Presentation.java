// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.ring;

/// How a phone may show a call, from its API level and from what it allows the app.
///
/// @param types the foreground service's types, as Android's `ServiceInfo` numbers them; 0 for none
/// @param fullScreen whether a locked phone shows the call's screen by itself; else it is a banner with both
///     buttons
/// @param callStyle whether Android draws it as a call
public record Presentation(int types, boolean fullScreen, boolean callStyle) {
    public static final int PHONE_CALL = 4;
    public static final int CAMERA = 64;
    public static final int MICROPHONE = 128;
    /// Needs no permission of its own; Android ends it after three minutes.
    public static final int SHORT = 2048;

    private static final int FIRST_WITH_TYPES = 29;
    private static final int FIRST_WITH_MICROPHONE = 30;
    private static final int FIRST_WITH_CALL_STYLE = 31;
    private static final int FIRST_THAT_CHECKS_TYPES = 34;

    /// What the app is allowed.
    ///
    /// @param ownCalls the manifest has MANAGE_OWN_CALLS
    /// @param fullScreen USE_FULL_SCREEN_INTENT, which people may take back
    public record Allowed(boolean ownCalls, boolean fullScreen, boolean microphone, boolean camera) {}

    /// Of a call that rings: the app may be asleep, so neither microphone nor camera is to be had.
    public static Presentation ringing(int apiLevel, Allowed allowed) {
        return new Presentation(call(apiLevel, allowed), allowed.fullScreen(), apiLevel >= FIRST_WITH_CALL_STYLE);
    }

    /// Of a call that was accepted on the phone's screen.
    public static Presentation talking(int apiLevel, Allowed allowed, boolean video) {
        int types = call(apiLevel, allowed);
        if (apiLevel >= FIRST_WITH_MICROPHONE) {
            int devices = (allowed.microphone() ? MICROPHONE : 0) | (video && allowed.camera() ? CAMERA : 0);
            // The short type excludes others.
            types = types == SHORT && devices != 0 ? devices : types | devices;
        }
        return new Presentation(types, false, apiLevel >= FIRST_WITH_CALL_STYLE);
    }

    private static int call(int apiLevel, Allowed allowed) {
        if (apiLevel < FIRST_WITH_TYPES) {
            return 0;
        }
        return allowed.ownCalls() || apiLevel < FIRST_THAT_CHECKS_TYPES ? PHONE_CALL : SHORT;
    }
}
