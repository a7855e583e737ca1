// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo;

import dev.duet.client.media.file.Recorder;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.picture.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What bob saw and heard, as files for people.
record Evidence(Path picture, Path sound) {

    static Evidence in(Path folder) throws IOException {
        Path there = Files.createDirectories(folder).toAbsolutePath().normalize();
        return new Evidence(there.resolve("bob-saw.png"), there.resolve("bob-heard.wav"));
    }

    Recorder record() throws IOException {
        return Recorder.create(null, sound, 1);
    }

    void write(@Nullable VideoFrame seen) throws IOException {
        if (seen != null) {
            Pixels.writePng(seen, picture);
        }
    }
}
