// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc.device;

import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.Devices.Kind;
import dev.duet.client.media.flow.Pace;
import dev.duet.client.media.flow.PushedVideo;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.flow.VideoSource;
import dev.duet.client.media.picture.Pixels;
import java.awt.AWTException;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Robot;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A screen of this machine, photographed by the JDK.
final class Screen implements VideoSource {
    private final PushedVideo frames = new PushedVideo();
    private final Pace.Run run;

    private Screen(Robot robot, Rectangle area, double framesPerSecond) {
        run = Pace.every(framesPerSecond, () -> frames.push(shoot(robot, area)));
    }

    static List<Device> list() {
        return screens().stream()
                .map(each -> new Device(Kind.SCREEN, each.getIDstring(), each.getIDstring()))
                .toList();
    }

    private static List<GraphicsDevice> screens() {
        return GraphicsEnvironment.isHeadless()
                ? List.of()
                : Arrays.asList(
                        GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices());
    }

    static VideoSource open(Device device, double framesPerSecond) {
        GraphicsDevice screen = screens().stream()
                .filter(each -> device.id().isEmpty() || each.getIDstring().equals(device.id()))
                .findFirst()
                .orElseThrow(() -> MachineDevices.none(Kind.SCREEN, "this JVM has no display."));
        try {
            return new Screen(
                    new Robot(screen), screen.getDefaultConfiguration().getBounds(), framesPerSecond);
        } catch (AWTException | SecurityException refused) {
            throw MachineDevices.refused(device, refused);
        }
    }

    private static VideoFrame shoot(Robot robot, Rectangle area) {
        return Pixels.toFrame(robot.createScreenCapture(area), System.nanoTime());
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
        run.stop();
        frames.close();
    }
}
