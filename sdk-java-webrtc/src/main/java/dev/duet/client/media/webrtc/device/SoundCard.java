// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc.device;

import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.Devices.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/// Microphones and loudspeakers as the JDK finds them. The audio device of libwebrtc is not used: without a sound card
/// it ends the process.
final class SoundCard {
    static final int RATE = 48_000;
    static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);
    /// Six chunks: short enough to talk, long enough for a desktop's scheduler.
    static final int BUFFER_BYTES = RATE / 100 * 2 * 6;

    private SoundCard() {}

    static List<Device> list(Kind kind) {
        return mixers(kind)
                .map(each -> new Device(kind, each.getName(), each.getDescription()))
                .toList();
    }

    private static Stream<Mixer.Info> mixers(Kind kind) {
        return Arrays.stream(AudioSystem.getMixerInfo())
                .filter(each -> AudioSystem.getMixer(each).isLineSupported(line(kind)));
    }

    private static DataLine.Info line(Kind kind) {
        return new DataLine.Info(kind == Kind.MICROPHONE ? TargetDataLine.class : SourceDataLine.class, FORMAT);
    }

    /// The line of a device, not open yet.
    static Line find(Device device) {
        Mixer.Info found = mixers(device.kind())
                .filter(each -> device.id().isEmpty() || each.getName().equals(device.id()))
                .findFirst()
                .orElseThrow(() ->
                        MachineDevices.none(device.kind(), "this machine has none, or not \"" + device.name() + "\"."));
        try {
            return AudioSystem.getMixer(found).getLine(line(device.kind()));
        } catch (LineUnavailableException | IllegalArgumentException refused) {
            throw MachineDevices.refused(device, refused);
        }
    }
}
