// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.incoming;

import android.content.Context;
import android.content.Intent;
import dev.duet.client.android.ring.IncomingCall;

/// The app, as a call that comes in needs it. All is called on the main thread.
public interface IncomingCalls {
    /// The activity that shows a call; it hands its intent to [IncomingCallService#opened].
    Intent screen(Context context, IncomingCall call);

    /// Somebody pressed the button. The app may have been woken a moment ago: sign in first.
    void accept(IncomingCall call);

    void decline(IncomingCall call);

    void hangUp(IncomingCall call);

    /// It rang in vain.
    default void missed(IncomingCall call) {}

    /// What is written on the notification.
    default RingTexts texts() {
        return RingTexts.ENGLISH;
    }
}
