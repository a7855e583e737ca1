// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.world;

import dev.duet.client.media.Devices;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.PushedAudio;
import dev.duet.client.media.flow.PushedVideo;
import dev.duet.client.media.flow.VideoSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One device of each kind, until a test plugs others.
public final class FakeDevices implements Devices {
    public final List<Device> plugged = new ArrayList<>(List.of(
            new Device(Kind.CAMERA, "cam", "Camera"),
            new Device(Kind.MICROPHONE, "mic", "Microphone"),
            new Device(Kind.SPEAKER, "speaker", "Speaker"),
            new Device(Kind.SCREEN, "screen", "Screen")));
    /// What a kind is refused with.
    public final Map<Kind, MediaException.Reason> refusals = new EnumMap<>(Kind.class);
    /// The ids of devices that are refused.
    public final Set<String> broken = new HashSet<>();
    public final List<Device> opened = new ArrayList<>();
    public final List<PushedVideo> videos = new ArrayList<>();
    public final List<PushedAudio> sounds = new ArrayList<>();
    public final List<FakeSpeaker> speakers = new ArrayList<>();
    public @Nullable Wish wish;

    /// Keeps what it was to play.
    public static final class FakeSpeaker implements Speaker {
        public final List<PcmChunk> played = new ArrayList<>();
        public int volume = 100;
        public boolean isClosed;

        @Override
        public void chunk(PcmChunk chunk) {
            played.add(chunk);
        }

        @Override
        public void setVolume(int percent) {
            volume = percent;
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    /// How many sources are open.
    public long live() {
        return videos.stream().filter(each -> !each.ended().isDone()).count()
                + sounds.stream().filter(each -> !each.ended().isDone()).count();
    }

    @Override
    public List<Device> list(Kind kind) {
        return plugged.stream().filter(each -> each.kind() == kind).toList();
    }

    private void open(Device device) {
        MediaException.Reason refusal = refusals.get(device.kind());
        if (broken.contains(device.id())) {
            throw new MediaException(MediaException.Reason.DEVICE_REFUSED, "No.");
        }
        if (refusal != null) {
            throw new MediaException(refusal, "No.");
        }
        opened.add(device);
    }

    @Override
    public VideoSource openCamera(Device camera, Wish wanted) {
        wish = wanted;
        return video(camera);
    }

    @Override
    public AudioSource openMicrophone(Device microphone) {
        open(microphone);
        PushedAudio sound = new PushedAudio();
        sounds.add(sound);
        return sound;
    }

    @Override
    public VideoSource openScreen(Device screen, double framesPerSecond) {
        return video(screen);
    }

    private PushedVideo video(Device device) {
        open(device);
        PushedVideo video = new PushedVideo();
        videos.add(video);
        return video;
    }

    @Override
    public Speaker openSpeaker(Device device) {
        open(device);
        FakeSpeaker speaker = new FakeSpeaker();
        speakers.add(speaker);
        return speaker;
    }
}
