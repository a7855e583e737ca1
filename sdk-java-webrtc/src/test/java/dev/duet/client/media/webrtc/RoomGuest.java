// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.duet.client.media.MediaEngine;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.synth.TestPicture;
import dev.duet.client.media.synth.Tone;
import dev.duet.client.rtc.RtcCloud;
import dev.duet.client.rtc.told.RtcCloudListener;
import dev.duet.client.rtc.type.RtcAppScene;
import dev.duet.client.rtc.type.RtcAudioQuality;
import dev.duet.client.rtc.type.RtcParams;
import dev.duet.client.rtc.type.RtcVideoStreamType;
import dev.duet.client.socket.Handset;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// One person with an `RtcCloud`, who sends a picture of one colour and a tone, and what this person was told.
final class RoomGuest implements AutoCloseable {
    private final String user;
    private final TestPicture picture;
    private final Tone tone;
    private final ExecutorService app = Executors.newSingleThreadExecutor();
    private final CallServer server;
    final RtcCloud rtc;
    /// Commands, errors, and who came and went.
    final List<String> told = new CopyOnWriteArrayList<>();
    volatile @Nullable VideoFrame seen;
    volatile @Nullable PcmChunk heard;
    volatile @Nullable BufferedImage snapshot;

    RoomGuest(CallServer server, String user, Colour colour, double hertz) {
        this.server = server;
        this.user = user;
        this.picture = TestPicture.start(Caller.WIDTH, Caller.HEIGHT, 15, colour);
        this.tone = Tone.start(hertz);
        this.rtc = new RtcCloud(new Handset(app), server.origin(), MediaEngine::load);
        rtc.registerListener(new Ear());
        rtc.setSpeakerSink(chunk -> heard = chunk);
        rtc.setCameraSource(picture);
        rtc.setMicrophoneSource(tone);
        rtc.startLocalPreview(true, null);
        rtc.startLocalAudio(RtcAudioQuality.SPEECH);
    }

    void enter(String room) {
        rtc.enterRoom(
                new RtcParams(server.app(), user, server.ticket(user)).withStrRoomId(room), RtcAppScene.VIDEO_CALL);
    }

    private final class Ear implements RtcCloudListener {
        @Override
        public void onError(int errCode, String errMsg) {
            told.add("error " + errCode + ": " + errMsg);
        }

        @Override
        public void onRemoteUserEnterRoom(String userId) {
            rtc.startRemoteView(userId, RtcVideoStreamType.BIG, frame -> seen = frame);
            told.add(userId + " entered");
        }

        @Override
        public void onRemoteUserLeaveRoom(String userId, int reason) {
            told.add(userId + " left " + reason);
        }

        @Override
        public void onRecvCustomCmdMsg(String userId, int cmdID, long seq, byte[] message) {
            told.add(userId + " says " + cmdID + ' ' + new String(message, StandardCharsets.UTF_8));
        }

        @Override
        public void onSnapshotComplete(String userId, RtcVideoStreamType type, BufferedImage data) {
            snapshot = data;
        }
    }

    @Override
    public void close() {
        rtc.close();
        picture.close();
        tone.close();
        app.shutdown();
    }
}
