// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.function.Consumer;

/// Hears whether a description was taken, on a thread of the library.
record DoneObserver(Runnable done, Consumer<String> failed) implements SetSessionDescriptionObserver {
    @Override
    public void onSuccess() {
        ExitWatch.meet();
        done.run();
    }

    @Override
    public void onFailure(String why) {
        ExitWatch.meet();
        failed.accept(why);
    }
}
