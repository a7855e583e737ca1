// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo;

import dev.duet.client.call.own.Sources;
import dev.duet.client.media.file.FileAudio;
import dev.duet.client.media.file.FileVideo;
import dev.duet.client.media.file.FileVideo.Ending;
import dev.duet.client.media.file.WavWriter;
import dev.duet.client.media.file.Y4mWriter;
import dev.duet.client.media.synth.TestPicture;
import dev.duet.client.media.synth.Tone;
import dev.duet.softphone.demo.proof.Show;
import java.io.IOException;
import java.nio.file.Path;

/// The files that one side sends, again and again.
record Films(Path picture, Path sound) {
    /// A second, which holds whole waves of any tone of whole Hz.
    private static final int CHUNKS = 100;

    static Films write(Path folder, String name, Show show) throws IOException {
        Films films = new Films(folder.resolve(name + ".y4m"), folder.resolve(name + ".wav"));
        films.writePicture(show);
        films.writeSound(show);
        return films;
    }

    private void writePicture(Show show) throws IOException {
        int frames = Show.SECONDS * Show.FRAMES_PER_SECOND;
        try (Y4mWriter out = Y4mWriter.create(picture, Show.FRAMES_PER_SECOND)) {
            for (int i = 0; i < frames; i++) {
                var _ = out.write(TestPicture.draw(Show.WIDTH, Show.HEIGHT, show.colour(), (double) i / frames, 0));
            }
        }
    }

    private void writeSound(Show show) throws IOException {
        try (WavWriter out = WavWriter.create(sound)) {
            for (int i = 0; i < CHUNKS; i++) {
                var _ = out.write(Tone.chunk(show.hertz(), i));
            }
        }
    }

    Sources sources() {
        return Sources.NONE
                .withCamera(() -> FileVideo.start(picture, Ending.LOOP))
                .withMicrophone(() -> FileAudio.start(sound, Ending.LOOP));
    }
}
