// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc;

import dev.duet.client.course.RoomCode;
import dev.duet.client.media.Devices;
import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.Devices.Wish;
import dev.duet.client.media.Encoding;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.flow.VideoSource;
import dev.duet.client.own.DeviceFault;
import dev.duet.client.own.LocalMedia;
import dev.duet.client.rtc.desk.Desk;
import dev.duet.client.rtc.told.RtcCloudListener;
import dev.duet.client.rtc.type.RtcAudioQuality;
import dev.duet.client.rtc.type.RtcVideoEncParam;
import dev.duet.client.rtc.type.RtcVideoStreamType;
import dev.duet.client.rtc.view.Follower;
import dev.duet.client.rtc.view.SizeWatch;
import dev.duet.client.rtc.view.Views;
import dev.duet.client.rtc.view.Views.Spot;
import dev.duet.client.stay.Landing;
import org.jspecify.annotations.Nullable;

/// What oneself gives: microphone, camera and screen, how they are encoded, and how they are shown here.
final class OwnSide {
    private static final Spot OWN_CAMERA = new Spot("", MediaKind.CAMERA);
    private static final int BY_USER = 0;
    private static final int BY_SYSTEM = 1;
    private static final int USUAL_SHARE_FPS = 10;

    private final Desk desk;
    private final LocalMedia media;
    private final Views views;
    private final Follower shown = new Follower();
    private final Follower measuredCamera = new Follower();
    private final Follower measuredScreen = new Follower();
    private final SizeWatch cameraSize;
    private final SizeWatch screenSize;
    private RtcAudioQuality quality = RtcAudioQuality.DEFAULT_MODE;
    private @Nullable RtcVideoEncParam camera;
    private @Nullable RtcVideoEncParam share;
    private @Nullable VideoSource screenSource;

    OwnSide(Desk desk, Views views) {
        this.desk = desk;
        this.media = desk.media();
        this.views = views;
        this.cameraSize = new SizeWatch(desk.sessions(), this::encode);
        this.screenSize = new SizeWatch(desk.sessions(), this::encode);
        media.onChange(() -> {
            show();
            encode();
        });
        media.onLost(this::lost);
    }

    private void lost(Devices.Kind kind, DeviceFault why) {
        if (kind == Devices.Kind.SCREEN) {
            desk.complain(why);
            desk.tell(listener -> listener.onScreenCaptureStopped(BY_SYSTEM));
        }
    }

    // Voice

    void startAudio(RtcAudioQuality wanted) {
        quality = wanted;
        encode();
        boolean fresh = !media.hasAudio();
        Landing.then(media.openAudio(), fault -> {
            if (fault.isPresent()) {
                desk.complain(fault.get());
            } else if (fresh && media.hasAudio()) {
                desk.tell(RtcCloudListener::onMicDidReady);
            }
        });
    }

    void useMicrophone(@Nullable AudioSource source) {
        Landing.then(media.useAudio(source), fault -> fault.ifPresent(desk::complain));
    }

    // Camera

    void startPreview(@Nullable VideoSink view) {
        if (view != null) {
            updateView(view);
        }
        boolean fresh = media.camera() == null;
        Landing.then(media.openVideo(), fault -> {
            show();
            if (fault.isPresent()) {
                desk.complain(fault.get());
            } else if (fresh && media.camera() != null) {
                desk.tell(RtcCloudListener::onCameraDidReady);
            }
        });
    }

    void updateView(VideoSink view) {
        views.put(OWN_CAMERA, view);
        show();
    }

    void stopPreview() {
        media.closeVideo();
        views.take(OWN_CAMERA);
        show();
    }

    void useCamera(@Nullable VideoSource source) {
        Landing.then(media.useVideo(source), fault -> fault.ifPresent(desk::complain));
    }

    private void show() {
        if (media.camera() == null) {
            views.forget(OWN_CAMERA);
        }
        shown.follow(media.camera(), views.viewer(OWN_CAMERA).orElse(null));
        measuredCamera.follow(media.camera(), cameraSize);
        measuredScreen.follow(media.share().source(), screenSize);
    }

    void muteVideo(RtcVideoStreamType type, boolean mute) {
        if (type == RtcVideoStreamType.SUB) {
            media.setScreenMuted(mute);
        } else {
            media.setVideoMuted(mute);
        }
    }

    void setEncoding(RtcVideoEncParam param) {
        camera = param;
        media.wishCamera(new Wish(param.width(), param.height(), param.videoFps()));
        encode();
    }

    void setShareEncoding(RtcVideoEncParam param) {
        share = param;
        encode();
    }

    // Screen

    /// A device's screen from now on, or, not null, the app's own picture.
    void useScreen(@Nullable VideoSource source) {
        screenSource = source;
    }

    void startShare(MediaKind place) {
        if (media.share().isOn()) {
            desk.warn(RoomCode.REFUSED, "A screen is shared already.");
            return;
        }
        int fps = share == null ? USUAL_SHARE_FPS : share.videoFps();
        Device screen = Device.preferred(Devices.Kind.SCREEN);
        Landing.then(media.share().open(place, screen, fps, screenSource), fault -> {
            if (fault.isPresent()) {
                desk.complain(fault.get());
            } else if (media.share().isOn()) {
                desk.tell(RtcCloudListener::onScreenCaptureStarted);
            }
        });
    }

    void stopShare() {
        boolean shared = media.share().isOn();
        media.share().close();
        if (shared) {
            desk.tell(listener -> listener.onScreenCaptureStopped(BY_USER));
        }
    }

    void pauseShare() {
        if (media.share().pause(true)) {
            desk.tell(listener -> listener.onScreenCapturePaused(BY_USER));
        }
    }

    void resumeShare() {
        if (media.share().pause(false)) {
            desk.tell(listener -> listener.onScreenCaptureResumed(BY_USER));
        }
    }

    // Encoding

    /// Brings the media connection to what was set.
    void encode() {
        desk.link().ifPresent(link -> {
            link.shape(MediaKind.AUDIO, Encoding.FREE.withMaxBitsPerSecond(quality.kbps() * 1_000));
            boolean shared = media.share().isInCamerasPlace();
            link.shape(
                    MediaKind.CAMERA,
                    shared ? of(share, screenSize, Encoding.CAMERA) : of(camera, cameraSize, Encoding.CAMERA));
            link.shape(MediaKind.SCREEN, of(share, screenSize, Encoding.SCREEN));
        });
    }

    private static Encoding of(@Nullable RtcVideoEncParam param, SizeWatch captured, Encoding usual) {
        return param == null
                ? usual
                : new Encoding(
                        param.videoBitrate() * 1_000,
                        param.videoFps(),
                        param.scaleDown(captured.width(), captured.height()));
    }
}
