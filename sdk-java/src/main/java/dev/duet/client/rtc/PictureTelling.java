// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc;

import dev.duet.client.rtc.desk.Desk;
import dev.duet.client.rtc.type.RtcVideoStreamType;
import dev.duet.client.rtc.view.Views;
import dev.duet.client.rtc.view.Views.Spot;
import dev.duet.id.UserId;
import java.util.function.Supplier;

/// Tells when pictures begin, and how large they are.
final class PictureTelling implements Views.Events {
    private final Desk desk;
    private final Supplier<FarSide> far;

    PictureTelling(Desk desk, Supplier<FarSide> far) {
        this.desk = desk;
        this.far = far;
    }

    @Override
    public void began(Spot spot, int width, int height) {
        RtcVideoStreamType type = typeOf(spot);
        desk.tell(listener -> listener.onFirstVideoFrame(spot.userId(), type, width, height));
        far.get().seen(spot);
    }

    @Override
    public void resized(Spot spot, int width, int height) {
        RtcVideoStreamType type = typeOf(spot);
        desk.tell(listener -> listener.onUserVideoSizeChanged(spot.userId(), type, width, height));
    }

    private RtcVideoStreamType typeOf(Spot spot) {
        return UserId.of(spot.userId())
                .map(user -> far.get().streamType(user, spot.kind()))
                .orElse(RtcVideoStreamType.BIG);
    }
}
