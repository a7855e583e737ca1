// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc;

import dev.duet.client.Audience;
import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.course.RoomCode;
import dev.duet.client.device.DeviceManager;
import dev.duet.client.media.MediaEngine;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.flow.VideoSource;
import dev.duet.client.own.LocalMedia;
import dev.duet.client.rtc.desk.Desk;
import dev.duet.client.rtc.desk.HandsetSessions;
import dev.duet.client.rtc.desk.SessionSource;
import dev.duet.client.rtc.measure.Measurements;
import dev.duet.client.rtc.measure.SpeedTest;
import dev.duet.client.rtc.measure.VolumeEvaluation;
import dev.duet.client.rtc.rule.EntryCheck;
import dev.duet.client.rtc.rule.Login;
import dev.duet.client.rtc.rule.Place;
import dev.duet.client.rtc.told.RtcCloudListener;
import dev.duet.client.rtc.told.RtcSpeedTestResult;
import dev.duet.client.rtc.type.RtcAppScene;
import dev.duet.client.rtc.type.RtcAudioQuality;
import dev.duet.client.rtc.type.RtcAudioVolumeEvaluateParams;
import dev.duet.client.rtc.type.RtcParams;
import dev.duet.client.rtc.type.RtcRoleType;
import dev.duet.client.rtc.type.RtcSnapshotSourceType;
import dev.duet.client.rtc.type.RtcSpeedTestParams;
import dev.duet.client.rtc.type.RtcSwitchRoomConfig;
import dev.duet.client.rtc.type.RtcVideoEncParam;
import dev.duet.client.rtc.type.RtcVideoStreamType;
import dev.duet.client.rtc.view.Snapshots;
import dev.duet.client.rtc.view.Views;
import dev.duet.client.socket.Handset;
import dev.duet.client.stay.MediaTools;
import dev.duet.client.stay.Room;
import dev.duet.id.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Rooms, devices and views with the guide's names. One instance is in one room at a time. Every method may be
/// called on any thread and returns at once; what happens is told to the listeners, on the app's executor. Nothing
/// throws: what is wrong is told by `onError`, `onWarning`, or the number that comes back.
///
/// ```java
/// RtcCloud rtc = new RtcCloud(im.handset(), "https://calls.example.org", MediaEngine::load);
/// rtc.registerListener(listener);
/// rtc.startLocalPreview(true, view);
/// rtc.startLocalAudio(RtcAudioQuality.SPEECH);
/// rtc.enterRoom(new RtcParams(1400000001, "alice", userSig).withStrRoomId("5f3a"), RtcAppScene.VIDEO_CALL);
/// …
/// rtc.exitRoom();
/// rtc.close();
/// ```
///
/// Microphone, camera, screen and loudspeaker are this machine's, opened when they are wanted; `set…Source` and
/// `setSpeakerSink` take others in their place.
public final class RtcCloud implements AutoCloseable {
    private static final String VERSION = "0.1.0";
    private static final int LOUDEST = 150;
    private static final int LEAST_KBPS = 10;
    private static final int MOST_KBPS = 5_000;

    private final SessionSource sessions;
    private final Desk desk;
    private final Visit visit;
    private final OwnSide own;
    private final FarSide far;
    private final Measurements measurements;
    private final CustomCommands commands;
    private final VolumeEvaluation volumes;
    private final Snapshots snapshots;
    private final DeviceManager devices;
    private final AtomicReference<@Nullable SpeedTest> speedTest = new AtomicReference<>();
    private volatile boolean inRoom;
    private final CaptureVolume captureVolume;
    private final RoomTelling telling;
    private volatile int playoutVolume = 100;

    /// On a device of this process: whoever is logged in there by `ImManager` shares that login.
    ///
    /// @param handset as [dev.duet.client.im.ImManager#handset] gives it
    /// @param server where those sign in who name no server and have no login here; null refuses them
    /// @param engine as below
    public RtcCloud(Handset handset, @Nullable String server, Supplier<MediaEngine> engine) {
        this(new HandsetSessions(handset, server), engine);
    }

    /// With threads of its own for what blocks.
    ///
    /// @param engine asked for the engine when media is first wanted, as `MediaEngine::load`; what it throws is
    ///     told as -3301, or as the number of the device
    public RtcCloud(SessionSource sessions, Supplier<MediaEngine> engine) {
        this(sessions, new MediaTools(engine, RtcCloud::onThreadOfItsOwn));
    }

    private static void onThreadOfItsOwn(Runnable task) {
        Thread thread = new Thread(task, "duet-media");
        thread.setDaemon(true);
        thread.start();
    }

    /// As an app brings it.
    public RtcCloud(SessionSource sessions, MediaTools tools) {
        this.sessions = sessions;
        LocalMedia media = new LocalMedia(sessions, tools);
        Audience<RtcCloudListener> audience = new Audience<>(sessions.events());
        this.desk = new Desk(sessions, tools, media, audience, this::room);
        this.captureVolume = new CaptureVolume(media);
        Views views = new Views(sessions, new PictureTelling(desk, this::far));
        this.own = new OwnSide(desk, views);
        this.far = new FarSide(desk, views);
        this.telling = new RoomTelling(desk, own);
        this.commands = new CustomCommands(desk);
        this.measurements = new Measurements(desk, far::watchFlow);
        this.volumes = new VolumeEvaluation(desk);
        this.snapshots = new Snapshots(desk, views);
        this.visit = new Visit(desk, new Surroundings());
        this.devices =
                new DeviceManager(sessions, tools, media, far.playout(), new DeviceTelling(desk, far, captureVolume));
    }

    private FarSide far() {
        return far;
    }

    private Optional<Room> room() {
        return visit.room();
    }

    /// Runs code on the loop, where everything here lives.
    private void later(Runnable code) {
        sessions.run(code);
    }

    /// Goes on when nothing that the app gave is null; -2 is told otherwise.
    private void given(String names, Runnable code, @Nullable Object... values) {
        for (Object value : values) {
            if (value == null) {
                desk.error(RoomCode.INVALID_PARAMETER, "One of these is missing: " + names + '.');
                return;
            }
        }
        later(code);
    }

    private void notHere(String why) {
        desk.warn(RoomCode.NOT_SUPPORTED, why);
    }

    /// Listeners are called in the order they were added.
    public void registerListener(RtcCloudListener listener) {
        desk.audience().add(listener);
    }

    /// Takes a listener off.
    ///
    /// @param listener null takes every listener off
    public void unRegisterListener(@Nullable RtcCloudListener listener) {
        desk.audience().remove(listener);
    }

    // Rooms

    /// The result comes through `onEnterRoom`: the elapsed ms, or -3316 to -3320 for parameters, -100018 for the
    /// ticket, -3308 when nobody answers, -102052 when two are in the room, -3340 while another room is not left,
    /// else -3301. Each is followed by an `exitRoom`, also when it failed.
    public void enterRoom(@Nullable RtcParams params, RtcAppScene scene) {
        later(() -> visit.enter(params, scene));
    }

    /// Closes the devices, too; `onExitRoom` follows.
    public void exitRoom() {
        later(visit::exit);
    }

    /// Devices, and what is sent, stay as they are; the result comes through `onSwitchRoom`.
    public void switchRoom(@Nullable RtcSwitchRoomConfig config) {
        later(() -> visit.switchTo(config));
    }

    /// In a call everybody speaks: refused with -4 through `onSwitchRole`.
    public void switchRole(RtcRoleType role) {
        desk.tell(
                listener -> listener.onSwitchRole(RoomCode.NOT_SUPPORTED, "A call has no roles: everybody may speak."));
    }

    /// Counts when the room is entered again.
    public void updatePrivateMapKey(String privateMapKey) {
        given("privateMapKey", () -> visit.setPrivateMapKey(privateMapKey), privateMapKey);
    }

    // The own voice and picture

    /// Opens the microphone, before or after `enterRoom`. Through `onError` -1302 when there is none, -1319 when it
    /// is not to be had.
    public void startLocalAudio(RtcAudioQuality quality) {
        given("quality", () -> own.startAudio(quality), quality);
    }

    /// Closes the microphone.
    public void stopLocalAudio() {
        later(() -> desk.media().closeAudio());
    }

    /// The microphone stays open and sends silence; the others are told.
    public void muteLocalAudio(boolean mute) {
        later(() -> desk.media().setMuted(mute));
    }

    /// The app's own sound in place of the microphone, also while that is open; null goes back to the microphone.
    /// It stays the app's: it is not closed here.
    public void setMicrophoneSource(@Nullable AudioSource source) {
        later(() -> own.useMicrophone(source));
    }

    /// Opens the camera. Before `enterRoom` it is a preview, and sending starts with the entry. Through `onError`
    /// -1301 when there is none, -1316 when it is not to be had.
    ///
    /// @param frontCamera without meaning here: choose a camera by [DeviceManager#setCurrentDevice]
    /// @param view shows the own picture; null shows none
    public void startLocalPreview(boolean frontCamera, @Nullable VideoSink view) {
        later(() -> own.startPreview(view));
    }

    /// Shows the own picture elsewhere; -2 through `onError` for null.
    public void updateLocalView(VideoSink view) {
        given("view", () -> own.updateView(view), view);
    }

    /// Closes the camera.
    public void stopLocalPreview() {
        later(own::stopPreview);
    }

    /// As [#setMicrophoneSource], for the camera.
    public void setCameraSource(@Nullable VideoSource source) {
        later(() -> own.useCamera(source));
    }

    /// The camera stays on; nothing of it, or the mute image, is sent.
    ///
    /// @param streamType BIG or SUB
    public void muteLocalVideo(RtcVideoStreamType streamType, boolean mute) {
        if (isPlace(streamType)) {
            later(() -> own.muteVideo(streamType, mute));
        }
    }

    /// What is sent while the camera is muted; null sends nothing.
    ///
    /// @param fps frames a second, brought to 5 to 10
    public void setVideoMuteImage(@Nullable VideoFrame image, int fps) {
        later(() -> desk.media().setMuteImage(image, Math.max(5, Math.min(10, fps))));
    }

    /// -2 through `onError` for what is not legal. The size counts for when the camera is opened next; one that is
    /// open is scaled down, never up.
    public void setVideoEncoderParam(RtcVideoEncParam param) {
        if (isLegal(param)) {
            later(() -> own.setEncoding(param));
        }
    }

    /// -4: an engine of Java decides by itself what gives way on a bad network.
    public int setNetworkQosParam(int preference) {
        return RoomCode.NOT_SUPPORTED;
    }

    /// -4: the engine sends one picture of the camera.
    public int enableEncSmallVideoStream(boolean enable, @Nullable RtcVideoEncParam param) {
        return RoomCode.NOT_SUPPORTED;
    }

    /// Warned of with -4: a view of Java draws as it likes.
    public void setLocalRenderParams() {
        notHere("A view of Java draws as it likes.");
    }

    // The own screen

    /// On the big stream it takes the camera's place while it runs. Through `onError` -1308 when the screen is not to
    /// be had, -1309 when there is none.
    ///
    /// @param streamType SUB or BIG
    /// @param encParam null leaves it as it was
    public void startScreenCapture(RtcVideoStreamType streamType, @Nullable RtcVideoEncParam encParam) {
        if (!isPlace(streamType) || (encParam != null && !isLegal(encParam))) {
            return;
        }
        later(() -> {
            if (encParam != null) {
                own.setShareEncoding(encParam);
            }
            own.startShare(Place.kindOf(streamType));
        });
    }

    /// `onScreenCaptureStopped` follows.
    public void stopScreenCapture() {
        later(own::stopShare);
    }

    /// The others go on seeing the last frame.
    public void pauseScreenCapture() {
        later(own::pauseShare);
    }

    /// Goes on after a pause.
    public void resumeScreenCapture() {
        later(own::resumeShare);
    }

    /// How the screen is encoded; -2 through `onError` for what is not legal.
    public void setSubStreamEncoderParam(RtcVideoEncParam param) {
        if (isLegal(param)) {
            later(() -> own.setShareEncoding(param));
        }
    }

    /// What `startScreenCapture` shares from then on in place of the first screen; null goes back to that.
    public void setScreenSource(@Nullable VideoSource source) {
        later(() -> own.useScreen(source));
    }

    // The others

    /// Shows the picture of somebody, now or when it comes. -2 through `onError` for an id that is none, or null.
    public void startRemoteView(String userId, RtcVideoStreamType streamType, VideoSink view) {
        ofUser(userId, user -> far.startView(user, streamType, view), streamType, view);
    }

    /// Shows it elsewhere. Errors as of [#startRemoteView].
    public void updateRemoteView(String userId, RtcVideoStreamType streamType, VideoSink view) {
        ofUser(userId, user -> far.updateView(user, streamType, view), streamType, view);
    }

    /// Shows and receives it no more. Errors as of [#startRemoteView].
    public void stopRemoteView(String userId, RtcVideoStreamType streamType) {
        ofUser(userId, user -> far.stopView(user, Place.kindOf(streamType)), streamType);
    }

    /// Shows and receives no pictures more.
    public void stopAllRemoteView() {
        later(far::stopAllViews);
    }

    /// Neither played nor received. Holds until `exitRoom`; the latest of this and `muteAllRemoteAudio` counts.
    public void muteRemoteAudio(String userId, boolean mute) {
        ofUser(userId, user -> far.muteAudio(user, mute));
    }

    /// Of those who come later, too.
    public void muteAllRemoteAudio(boolean mute) {
        later(() -> far.muteAudio(null, mute));
    }

    /// Not received any more; the last frame stays.
    public void muteRemoteVideoStream(String userId, RtcVideoStreamType streamType, boolean mute) {
        ofUser(userId, user -> far.muteVideo(user, Place.kindOf(streamType), mute), streamType);
    }

    /// Of those who come later, too.
    public void muteAllRemoteVideoStreams(boolean mute) {
        later(() -> far.muteAllVideo(mute));
    }

    /// Whether sound and pictures come by themselves; before entering.
    public void setDefaultStreamRecvMode(boolean autoRecvAudio, boolean autoRecvVideo) {
        later(() -> {
            if (visit.room().isPresent()) {
                desk.warn(RoomCode.REFUSED, "setDefaultStreamRecvMode is for before enterRoom.");
            } else {
                far.subscription().setAuto(autoRecvAudio, autoRecvVideo);
            }
        });
    }

    /// Big or small; where the sender has no small picture, big comes. -2 for anything else.
    public int setRemoteVideoStreamType(String userId, RtcVideoStreamType streamType) {
        Optional<UserId> user = userId == null ? Optional.empty() : UserId.of(userId);
        if (user.isEmpty() || streamType == null || streamType == RtcVideoStreamType.SUB) {
            return RoomCode.INVALID_PARAMETER;
        }
        later(() -> far.prefer(user.get(), streamType));
        return Code.OK;
    }

    /// Warned of with -4: a view of Java draws as it likes.
    public void setRemoteRenderParams() {
        notHere("A view of Java draws as it likes.");
    }

    /// Where the others are heard in place of the loudspeaker; null goes back to that.
    public void setSpeakerSink(@Nullable AudioSink sink) {
        later(() -> far.playout().use(sink));
    }

    /// Through `onSnapshotComplete`; an empty `userId` is oneself.
    public void snapshotVideo(String userId, RtcVideoStreamType streamType, RtcSnapshotSourceType sourceType) {
        given(
                "userId, streamType, sourceType",
                () -> snapshots.take(userId, streamType, sourceType),
                userId,
                streamType,
                sourceType);
    }

    // Volumes: 0 to 150, 100 as it is

    /// Of the own voice, 0 to 150; -2 through `onError` for another.
    public void setAudioCaptureVolume(int volume) {
        if (isVolume(volume)) {
            captureVolume.setVoice(volume);
            later(captureVolume::apply);
        }
    }

    /// 0 to 150.
    public int getAudioCaptureVolume() {
        return captureVolume.voice();
    }

    /// Of all others, 0 to 150; -2 through `onError` for another.
    public void setAudioPlayoutVolume(int volume) {
        if (isVolume(volume)) {
            playoutVolume = volume;
            later(() -> far.setPlayout(volume));
        }
    }

    /// 0 to 150.
    public int getAudioPlayoutVolume() {
        return playoutVolume;
    }

    /// Of one other, 0 to 150; -2 through `onError` for another, or an id that is none.
    public void setRemoteAudioVolume(String userId, int volume) {
        if (isVolume(volume)) {
            ofUser(userId, user -> far.setVolume(user.text(), volume));
        }
    }

    /// `onUserVoiceVolume` at an interval, in silence too.
    public void enableAudioVolumeEvaluation(boolean enable, RtcAudioVolumeEvaluateParams params) {
        given(
                "params",
                () -> {
                    if (enable) {
                        volumes.start(params);
                    } else {
                        volumes.stop();
                    }
                },
                params);
    }

    // Messages, tests, the rest

    /// At most 1 KB each, 30 and 8 KB a second; whether it is on its way.
    ///
    /// @param cmdID 1 to 10
    public boolean sendCustomCmdMsg(int cmdID, byte @Nullable [] data, boolean reliable, boolean ordered) {
        return commands.send(cmdID, data == null ? null : data.clone(), reliable, ordered);
    }

    /// The same with text, in UTF-8.
    public boolean sendCustomCmdMsg(int cmdID, @Nullable String data, boolean reliable, boolean ordered) {
        return commands.send(cmdID, data == null ? null : data.getBytes(StandardCharsets.UTF_8), reliable, ordered);
    }

    /// Not in a room, one at a time: -3 otherwise. The result comes through `onSpeedTestResult`.
    public int startSpeedTest(@Nullable RtcSpeedTestParams params) {
        if (params == null) {
            return RoomCode.ENTER_ROOM_PARAM_NULL;
        }
        Result<Login> login = EntryCheck.login(params.sdkAppId(), params.userId(), params.userSig(), params.server());
        Login who = login.data();
        if (who == null) {
            return login.code();
        }
        if (!isBandwidth(params.expectedUpBandwidth()) || !isBandwidth(params.expectedDownBandwidth())) {
            return RoomCode.INVALID_PARAMETER;
        }
        SpeedTest test = new SpeedTest(desk, params, this::tested);
        if (inRoom || !speedTest.compareAndSet(null, test)) {
            return RoomCode.REFUSED;
        }
        later(() -> test.run(who));
        return Code.OK;
    }

    private void tested(Optional<RtcSpeedTestResult> result) {
        speedTest.set(null);
        result.ifPresent(told -> desk.tell(listener -> listener.onSpeedTestResult(told)));
    }

    /// The test that runs has no result.
    public void stopSpeedTest() {
        SpeedTest running = speedTest.get();
        if (running != null) {
            later(running::stop);
        }
    }

    public DeviceManager getDeviceManager() {
        return devices;
    }

    /// -4: media is encrypted up to the server and from it, not through it.
    public int enablePayloadPrivateEncryption(boolean enabled) {
        return RoomCode.NOT_SUPPORTED;
    }

    public String getSDKVersion() {
        return VERSION;
    }

    /// Leaves the room, closes the devices, and forgets the listeners.
    @Override
    public void close() {
        stopSpeedTest();
        later(() -> {
            volumes.stop();
            if (visit.isOpen()) {
                visit.exit();
            }
            desk.media().closeAll();
            far.leave(true);
            own.stopPreview();
            devices.close();
            desk.audience().remove(null);
        });
    }

    // What the app gave

    private void ofUser(@Nullable String userId, Consumer<UserId> code, @Nullable Object... others) {
        Optional<UserId> user = userId == null ? Optional.empty() : UserId.of(userId);
        if (user.isEmpty()) {
            desk.error(RoomCode.INVALID_PARAMETER, "userId must be " + UserId.RULE + '.');
        } else {
            given("streamType, view", () -> code.accept(user.get()), others);
        }
    }

    /// The streams that can exist alone.
    private boolean isPlace(@Nullable RtcVideoStreamType type) {
        boolean fits = type == RtcVideoStreamType.BIG || type == RtcVideoStreamType.SUB;
        if (!fits) {
            desk.error(RoomCode.INVALID_PARAMETER, "streamType must be BIG or SUB.");
        }
        return fits;
    }

    private boolean isLegal(@Nullable RtcVideoEncParam param) {
        boolean fits = param != null && param.isLegal();
        if (!fits) {
            desk.error(RoomCode.INVALID_PARAMETER, "videoFps must be 1 to 60, videoBitrate 1 to 20000.");
        }
        return fits;
    }

    private boolean isVolume(int volume) {
        boolean fits = volume >= 0 && volume <= LOUDEST;
        if (!fits) {
            desk.error(RoomCode.INVALID_PARAMETER, "volume must be 0 to 150.");
        }
        return fits;
    }

    /// 0 leaves the measurement out.
    private static boolean isBandwidth(int kbps) {
        return kbps == 0 || (kbps >= LEAST_KBPS && kbps <= MOST_KBPS);
    }

    private final class Surroundings implements Visit.Around {
        @Override
        public void opened(Room room) {
            inRoom = true;
            telling.attend(room);
            far.attend(room);
            measurements.attend(room);
            commands.attend(room);
            telling.attendLast(room);
        }

        @Override
        public void left(boolean forGood) {
            inRoom = !forGood;
            far.leave(forGood);
            measurements.leave();
            commands.leave();
        }
    }
}
