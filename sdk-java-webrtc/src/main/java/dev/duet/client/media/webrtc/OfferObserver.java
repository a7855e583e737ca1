// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCSessionDescription;
import java.util.function.Consumer;

/// Hears of an offer, on a thread of the library.
record OfferObserver(Consumer<RTCSessionDescription> made, Consumer<String> failed)
        implements CreateSessionDescriptionObserver {
    @Override
    public void onSuccess(RTCSessionDescription description) {
        ExitWatch.meet();
        made.accept(description);
    }

    @Override
    public void onFailure(String why) {
        ExitWatch.meet();
        failed.accept(why);
    }
}
