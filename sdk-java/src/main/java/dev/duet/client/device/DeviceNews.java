// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.device;

import dev.duet.client.own.DeviceFault;
import dev.duet.client.rtc.type.RtcMediaDeviceState;
import dev.duet.client.rtc.type.RtcMediaDeviceType;

/// Where a device manager tells what happens, and turns the volumes; on the loop.
public interface DeviceNews {
    void changed(String deviceId, RtcMediaDeviceType type, RtcMediaDeviceState state);

    void failed(DeviceFault fault);

    void warned(int code, String desc);

    /// 0 to 100.
    void heardMicrophone(int volume);

    /// 0 to 100.
    void heardSpeaker(int volume);

    /// The loudspeaker's own volume, 0 to 100.
    void setSpeaker(int volume, boolean muted);

    /// The microphone's own volume, 0 to 100.
    void setMicrophone(int volume);

    /// Completes an answer on the app's executor.
    void answer(Runnable code);
}
