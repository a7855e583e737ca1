// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.Devices;
import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.own.DeviceFault;
import dev.duet.client.own.LocalMedia;
import dev.duet.client.own.Playout;
import dev.duet.client.rtc.type.RtcMediaDeviceState;
import dev.duet.client.rtc.type.RtcMediaDeviceType;
import dev.duet.client.stay.MediaTools;
import dev.duet.client.world.FakeConnection;
import dev.duet.client.world.FakeDevices;
import dev.duet.client.world.FakeSessions;
import dev.duet.client.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeviceManagerTest implements DeviceNews {
    private final World world = new World();
    private final FakeSessions loop = world.sessions();
    private final FakeDevices devices = world.engine.devices;
    private final MediaTools tools = world.tools();
    private final LocalMedia media = new LocalMedia(loop, tools);
    private final Playout playout = new Playout(loop, tools, this::failed);
    private final DeviceManager manager = new DeviceManager(loop, tools, media, playout, this);
    private final List<String> log = new ArrayList<>();

    @Override
    public void changed(String deviceId, RtcMediaDeviceType type, RtcMediaDeviceState state) {
        log.add(deviceId + " " + type + " " + state);
    }

    @Override
    public void failed(DeviceFault fault) {
        log.add("failed " + fault.code());
    }

    @Override
    public void warned(int code, String desc) {
        log.add("warned " + code);
    }

    @Override
    public void heardMicrophone(int volume) {
        log.add("microphone " + volume);
    }

    @Override
    public void heardSpeaker(int volume) {
        log.add("speaker");
    }

    @Override
    public void setSpeaker(int volume, boolean muted) {
        log.add("speaker at " + volume + " " + muted);
    }

    @Override
    public void setMicrophone(int volume) {
        log.add("microphone at " + volume);
    }

    @Override
    public void answer(Runnable code) {
        world.run(code);
    }

    private static final Device HEADSET = new Device(Devices.Kind.MICROPHONE, "headset", "Headset");
    private static final Device PHONES = new Device(Devices.Kind.SPEAKER, "phones", "Phones");

    @Test
    void lists_what_there_is() {
        assertThat(world.soon(manager.getDevicesList(RtcMediaDeviceType.MIC)))
                .containsExactly(new DeviceInfo(RtcMediaDeviceType.MIC, "mic", "Microphone"));
        devices.plugged.clear();
        assertThat(world.soon(manager.getDevicesList(RtcMediaDeviceType.SPEAKER)))
                .isEmpty();
        assertThat(log).contains("warned 1202");
    }

    @Test
    void a_machine_without_an_engine_has_none() {
        MediaTools none = new MediaTools(
                () -> {
                    throw new MediaException(MediaException.Reason.NO_ENGINE, "None.");
                },
                world::run);
        DeviceManager poor = new DeviceManager(loop, none, media, playout, this);
        assertThat(world.soon(poor.getDevicesList(RtcMediaDeviceType.CAMERA))).isEmpty();
    }

    @Test
    void tells_what_is_plugged_and_unplugged_from_the_first_list_on() {
        world.soon(manager.getDevicesList(RtcMediaDeviceType.MIC));
        devices.plugged.add(HEADSET);
        world.pass(2);
        devices.plugged.remove(HEADSET);
        world.pass(2);
        assertThat(log).containsExactly("headset MIC ADD", "headset MIC REMOVE");
        manager.close();
        devices.plugged.add(HEADSET);
        world.pass(4);
        assertThat(log).hasSize(2);
    }

    @Test
    void a_device_is_taken_into_use_at_once_or_for_later() {
        devices.plugged.add(HEADSET);
        assertThat(world.soon(manager.setCurrentDevice(RtcMediaDeviceType.MIC, "headset")))
                .isZero();
        assertThat(world.soon(media.openAudio())).isEmpty();
        assertThat(devices.opened).containsExactly(HEADSET);
        assertThat(world.soon(manager.setCurrentDevice(RtcMediaDeviceType.MIC, "mic")))
                .isZero();
        assertThat(devices.opened).hasSize(2);
        assertThat(devices.live()).isEqualTo(1);
        assertThat(world.soon(manager.getCurrentDevice(RtcMediaDeviceType.MIC)).deviceId())
                .isEqualTo("mic");
        assertThat(log).containsExactly("headset MIC ACTIVE", "mic MIC ACTIVE");
    }

    @Test
    void one_that_is_not_there_or_cannot_be_had_leaves_the_old_one_on() {
        world.soon(media.openVideo());
        assertThat(world.soon(manager.setCurrentDevice(RtcMediaDeviceType.CAMERA, "nowhere")))
                .isEqualTo(-2);
        devices.plugged.add(new Device(Devices.Kind.CAMERA, "other", "Other"));
        devices.broken.add("other");
        assertThat(world.soon(manager.setCurrentDevice(RtcMediaDeviceType.CAMERA, "other")))
                .isEqualTo(-1316);
        assertThat(world.soon(manager.getCurrentDevice(RtcMediaDeviceType.CAMERA))
                        .deviceId())
                .isEmpty();
        assertThat(devices.live()).isEqualTo(1);
        assertThat(media.camera()).isNotNull();
    }

    @Test
    void a_microphone_that_is_pulled_out_makes_room_for_the_systems_choice() {
        devices.plugged.add(HEADSET);
        world.soon(manager.setCurrentDevice(RtcMediaDeviceType.MIC, "headset"));
        world.soon(media.openAudio());
        devices.sounds.getFirst().fail(new MediaException(MediaException.Reason.NO_DEVICE, "Gone."));
        world.settle();
        assertThat(log).endsWith(" MIC ACTIVE");
        assertThat(media.hasAudio()).isTrue();
        assertThat(devices.opened.getLast().id()).isEmpty();
    }

    @Test
    void one_that_is_not_followed_is_told_as_lost() {
        devices.plugged.add(HEADSET);
        world.soon(manager.setCurrentDevice(RtcMediaDeviceType.MIC, "headset"));
        assertThat(manager.enableFollowingDefaultAudioDevice(RtcMediaDeviceType.MIC, false))
                .isZero();
        world.soon(media.openAudio());
        devices.sounds.getFirst().fail(new MediaException(MediaException.Reason.NO_DEVICE, "Gone."));
        world.settle();
        assertThat(log).endsWith("failed -1302");
        assertThat(media.hasAudio()).isFalse();
    }

    @Test
    void a_loudspeaker_that_is_pulled_out_too() {
        devices.plugged.add(PHONES);
        world.soon(manager.setCurrentDevice(RtcMediaDeviceType.SPEAKER, "phones"));
        playout.setOn(true);
        world.settle();
        devices.plugged.remove(PHONES);
        world.pass(2);
        assertThat(log).containsExactly("phones SPEAKER ACTIVE", "phones SPEAKER REMOVE", " SPEAKER ACTIVE");
        assertThat(devices.speakers.getFirst().isClosed).isTrue();
        assertThat(devices.speakers.getLast().isClosed).isFalse();
    }

    @Test
    void volumes_have_bounds_and_a_camera_has_none() {
        assertThat(manager.setCurrentDeviceVolume(RtcMediaDeviceType.MIC, 40)).isZero();
        assertThat(manager.setCurrentDeviceMute(RtcMediaDeviceType.SPEAKER, true))
                .isZero();
        assertThat(manager.setCurrentDeviceVolume(RtcMediaDeviceType.MIC, 101)).isEqualTo(-2);
        assertThat(manager.setCurrentDeviceVolume(RtcMediaDeviceType.CAMERA, 50))
                .isEqualTo(-2);
        assertThat(manager.getCurrentDeviceVolume(RtcMediaDeviceType.CAMERA)).isEqualTo(-2);
        assertThat(manager.getCurrentDeviceVolume(RtcMediaDeviceType.MIC)).isEqualTo(40);
        assertThat(manager.getCurrentDeviceMute(RtcMediaDeviceType.SPEAKER)).isTrue();
        world.settle();
        assertThat(log).containsExactly("microphone at 40", "speaker at 100 true");
    }

    @Test
    void a_camera_is_tried_beside_what_is_open() {
        List<VideoFrame> seen = new ArrayList<>();
        assertThat(world.soon(manager.startCameraDeviceTest(seen::add))).isZero();
        devices.videos.getFirst().push(FakeConnection.frame(32, 16));
        assertThat(seen).hasSize(1);
        assertThat(manager.stopCameraDeviceTest()).isZero();
        world.settle();
        assertThat(devices.live()).isZero();
    }

    @Test
    void a_microphone_is_tried_and_heard_where_that_is_wanted() {
        assertThat(world.soon(manager.startMicDeviceTest(99, true))).isEqualTo(-2);
        assertThat(world.soon(manager.startMicDeviceTest(300, true))).isZero();
        short[] loud = new short[480];
        Arrays.fill(loud, (short) 32_767);
        devices.sounds.getFirst().push(PcmChunk.of(loud, 48_000, 1));
        world.pass(0.7);
        assertThat(log).containsExactly("microphone 100", "microphone 100");
        assertThat(devices.speakers.getFirst().played).hasSize(1);
        manager.stopMicDeviceTest();
        world.pass(1);
        assertThat(log).hasSize(2);
        assertThat(devices.speakers.getFirst().isClosed).isTrue();
    }

    @Test
    void one_that_was_stopped_while_it_was_being_opened_is_closed() {
        var starting = manager.startMicDeviceTest(300, false);
        manager.stopMicDeviceTest();
        assertThat(world.soon(starting)).isZero();
        assertThat(devices.live()).isZero();
    }

    @Test
    void a_loudspeaker_is_tried_with_a_tone() {
        assertThat(world.soon(manager.startSpeakerDeviceTest())).isZero();
        world.pass(0.5);
        assertThat(log).containsExactly("speaker", "speaker");
        manager.stopSpeakerDeviceTest();
        world.settle();
        devices.refusals.put(Devices.Kind.SPEAKER, MediaException.Reason.DEVICE_REFUSED);
        assertThat(world.soon(manager.startSpeakerDeviceTest())).isEqualTo(-1321);
        assertThat(log).endsWith("failed -1321");
    }
}
