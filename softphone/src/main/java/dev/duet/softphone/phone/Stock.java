// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone;

import dev.duet.client.call.own.Sources;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.media.Devices;
import dev.duet.client.media.Devices.Kind;
import dev.duet.client.media.Devices.Wish;
import dev.duet.client.media.file.FileAudio;
import dev.duet.client.media.file.FileVideo;
import dev.duet.client.media.file.FileVideo.Ending;
import dev.duet.client.media.file.WavReader;
import dev.duet.client.media.file.Y4mReader;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.VideoSource;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.synth.TestPicture;
import dev.duet.client.media.synth.Tone;
import dev.duet.softphone.phone.choice.Equipment;
import dev.duet.softphone.phone.choice.Order;
import java.nio.file.Path;
import java.util.function.Supplier;

/// What the telephone sends: files, devices, or what stands in for them.
///
/// @param sources ask it for a picture and for sound
/// @param equipment what is missing
record Stock(Sources sources, Equipment equipment) {
    private static final Colour GREEN = new Colour(30, 140, 90);
    private static final int HERTZ = 440;

    /// @throws dev.duet.client.media.MediaException when a file is none that can be sent
    static Stock of(Order order, Devices devices) {
        Path video = order.files().video();
        Path audio = order.files().audio();
        boolean blind = video == null && devices.list(Kind.CAMERA).isEmpty();
        boolean mute = audio == null && devices.list(Kind.MICROPHONE).isEmpty();
        Sources sources = Sources.of(devices);
        if (blind || video != null) {
            sources = sources.withCamera(video == null ? Stock::testPicture : played(video));
        }
        if (mute || audio != null) {
            sources = sources.withMicrophone(audio == null ? Stock::tone : heard(audio));
        }
        boolean deaf = devices.list(Kind.SPEAKER).isEmpty();
        return new Stock(sources, new Equipment(blind && order.media() == CallMedia.VIDEO, mute, deaf));
    }

    private static VideoSource testPicture() {
        return TestPicture.start(Wish.CALL.width(), Wish.CALL.height(), Wish.CALL.framesPerSecond(), GREEN);
    }

    private static AudioSource tone() {
        return Tone.start(HERTZ);
    }

    private static Supplier<VideoSource> played(Path file) {
        Y4mReader.open(file).close();
        return () -> FileVideo.start(file, Ending.LOOP);
    }

    private static Supplier<AudioSource> heard(Path file) {
        WavReader.open(file).close();
        return () -> FileAudio.start(file, Ending.LOOP);
    }
}
