// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc.device;

import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.Devices.Kind;
import dev.duet.client.media.Devices.Wish;
import dev.duet.client.media.flow.PushedVideo;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.flow.VideoSource;
import dev.onvoid.webrtc.media.MediaDevices;
import dev.onvoid.webrtc.media.video.VideoCapture;
import dev.onvoid.webrtc.media.video.VideoCaptureCapability;
import dev.onvoid.webrtc.media.video.VideoDevice;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/// A camera of this machine. It belongs to no connection, so opening, changing and closing it disturbs none.
final class Camera implements VideoSource {
    private final PushedVideo frames = new PushedVideo();
    private final VideoCapture capture = new VideoCapture();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Camera() {}

    static List<Device> list() {
        NativeLibrary.load();
        return MediaDevices.getVideoCaptureDevices().stream()
                .map(each -> new Device(Kind.CAMERA, each.getDescriptor(), each.getName()))
                .toList();
    }

    static VideoSource open(Device device, Wish wish) {
        NativeLibrary.load();
        VideoDevice found = MediaDevices.getVideoCaptureDevices().stream()
                .filter(each -> device.id().isEmpty() || each.getDescriptor().equals(device.id()))
                .findFirst()
                .orElseThrow(() ->
                        MachineDevices.none(Kind.CAMERA, "none is plugged in, or not \"" + device.name() + "\"."));
        Camera camera = new Camera();
        try {
            camera.start(found, nearest(MediaDevices.getVideoCaptureCapabilities(found), wish));
            return camera;
        } catch (RuntimeException | Error refused) {
            camera.close();
            throw MachineDevices.refused(device, refused);
        }
    }

    private void start(VideoDevice device, VideoCaptureCapability capability) {
        capture.setVideoCaptureDevice(device);
        capture.setVideoCaptureCapability(capability);
        capture.setVideoSink(frame -> {
            try {
                frames.push(NativePictures.ofNative(frame, System.nanoTime()));
            } finally {
                frame.release();
            }
        });
        capture.start();
    }

    /// The mode whose picture differs least in size, and of those the one whose rate does.
    static VideoCaptureCapability nearest(List<VideoCaptureCapability> modes, Wish wish) {
        return modes.stream()
                .min(Comparator.<VideoCaptureCapability>comparingInt(
                                mode -> Math.abs(mode.width - wish.width()) + Math.abs(mode.height - wish.height()))
                        .thenComparingDouble(mode -> Math.abs(mode.frameRate - wish.framesPerSecond())))
                .orElseGet(() -> new VideoCaptureCapability(
                        wish.width(), wish.height(), (int) Math.round(wish.framesPerSecond())));
    }

    @Override
    public void addSink(VideoSink sink) {
        frames.addSink(sink);
    }

    @Override
    public void removeSink(VideoSink sink) {
        frames.removeSink(sink);
    }

    @Override
    public CompletableFuture<Void> ended() {
        return frames.ended();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            frames.close();
            capture.stop();
            capture.dispose();
        }
    }
}
