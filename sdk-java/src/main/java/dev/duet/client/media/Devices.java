// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media;

import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.VideoSource;
import java.util.List;

/// The real devices of this machine. Lists are read anew at each call; a machine without devices has empty ones. The
/// `open` methods block until the device runs, and throw a [MediaException]: `NO_DEVICE`, `DEVICE_REFUSED`.
public interface Devices {
    enum Kind {
        CAMERA,
        MICROPHONE,
        SPEAKER,
        SCREEN
    }

    /// One device.
    ///
    /// @param id stable while the device is plugged in; empty stands for the system's own choice
    /// @param name for people
    record Device(Kind kind, String id, String name) {
        /// Whichever device the system prefers.
        public static Device preferred(Kind kind) {
            return new Device(kind, "", "default");
        }
    }

    /// What a camera is asked for; it gives what comes closest.
    ///
    /// @param width in pixels
    /// @param height in pixels
    record Wish(int width, int height, double framesPerSecond) {
        /// What the guide recommends for calls.
        public static final Wish CALL = new Wish(960, 540, 30);
    }

    /// Plays what it is given on a loudspeaker.
    interface Speaker extends AudioSink, AutoCloseable {
        /// How loud it plays.
        ///
        /// @param percent 0 to 100
        void setVolume(int percent);

        @Override
        void close();
    }

    /// Those that are plugged in.
    List<Device> list(Kind kind);

    /// Runs until it is closed.
    ///
    /// @throws MediaException `NO_DEVICE`, `DEVICE_REFUSED`
    VideoSource openCamera(Device camera, Wish wish);

    /// Runs until it is closed.
    ///
    /// @throws MediaException `NO_DEVICE`, `DEVICE_REFUSED`
    AudioSource openMicrophone(Device microphone);

    /// Runs until it is closed.
    ///
    /// @throws MediaException `NO_DEVICE`, `DEVICE_REFUSED`
    VideoSource openScreen(Device screen, double framesPerSecond);

    /// Plays until it is closed.
    ///
    /// @throws MediaException `NO_DEVICE`, `DEVICE_REFUSED`
    Speaker openSpeaker(Device speaker);
}
