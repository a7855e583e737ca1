// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc;

import dev.duet.client.device.DeviceNews;
import dev.duet.client.own.DeviceFault;
import dev.duet.client.rtc.desk.Desk;
import dev.duet.client.rtc.type.RtcMediaDeviceState;
import dev.duet.client.rtc.type.RtcMediaDeviceType;

/// Tells what devices do.
final class DeviceTelling implements DeviceNews {
    private final Desk desk;
    private final FarSide far;
    private final CaptureVolume volume;

    DeviceTelling(Desk desk, FarSide far, CaptureVolume volume) {
        this.desk = desk;
        this.far = far;
        this.volume = volume;
    }

    @Override
    public void changed(String deviceId, RtcMediaDeviceType type, RtcMediaDeviceState state) {
        desk.tell(listener -> listener.onDeviceChanged(deviceId, type, state));
    }

    @Override
    public void failed(DeviceFault fault) {
        desk.complain(fault);
    }

    @Override
    public void warned(int code, String desc) {
        desk.warn(code, desc);
    }

    @Override
    public void heardMicrophone(int volume) {
        desk.tell(listener -> listener.onTestMicVolume(volume));
    }

    @Override
    public void heardSpeaker(int volume) {
        desk.tell(listener -> listener.onTestSpeakerVolume(volume));
    }

    @Override
    public void setSpeaker(int volume, boolean muted) {
        far.setDevice(volume, muted);
    }

    @Override
    public void setMicrophone(int percent) {
        volume.setDevice(percent);
    }

    @Override
    public void answer(Runnable code) {
        desk.sessions().events().execute(code);
    }
}
