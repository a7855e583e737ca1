// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import android.Manifest;
import android.content.Context;
import android.content.pm.PackageManager;
import dev.duet.client.media.Encoding;
import dev.duet.client.media.IceServer;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.machine.StatsReading;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.webrtc.AudioSource;
import org.webrtc.AudioTrack;
import org.webrtc.AudioTrackSink;
import org.webrtc.DefaultVideoDecoderFactory;
import org.webrtc.DefaultVideoEncoderFactory;
import org.webrtc.EglBase;
import org.webrtc.MediaConstraints;
import org.webrtc.MediaStreamTrack;
import org.webrtc.PeerConnection;
import org.webrtc.PeerConnection.RTCConfiguration;
import org.webrtc.PeerConnectionFactory;
import org.webrtc.RTCStats;
import org.webrtc.RtpParameters;
import org.webrtc.RtpSender;
import org.webrtc.RtpTransceiver;
import org.webrtc.RtpTransceiver.RtpTransceiverDirection;
import org.webrtc.RtpTransceiver.RtpTransceiverInit;
import org.webrtc.SessionDescription;
import org.webrtc.VideoFrame;
import org.webrtc.VideoSink;
import org.webrtc.VideoSource;
import org.webrtc.VideoTrack;
import org.webrtc.audio.JavaAudioDeviceModule;

/// The native objects of one connection: a factory and an audio device of its own, three transceivers.
///
/// Its tracks stay the same for ever: what is sent changes by what is put into them, and needs no other
/// negotiation.
final class NativePeer implements Peer {
    private static final int RATE = 48_000;

    private final JavaAudioDeviceModule device;
    private final PeerConnectionFactory factory;
    private final PeerConnection connection;
    private final AudioSource source;
    private final AudioTrack voice;
    private final AudioTrackSink ear;
    private final boolean mayRecord;
    private final Map<MediaKind, VideoSource> pictures = new EnumMap<>(MediaKind.class);
    private final Map<MediaKind, RtpTransceiver> transceivers = new EnumMap<>(MediaKind.class);
    private final Map<MediaKind, VideoSink> eyes = new EnumMap<>(MediaKind.class);

    NativePeer(Context context, EglBase.Context graphics, List<IceServer> iceServers, Side side) {
        mayRecord = context.checkSelfPermission(Manifest.permission.RECORD_AUDIO) == PackageManager.PERMISSION_GRANTED;
        device = JavaAudioDeviceModule.builder(context)
                .setSampleRate(RATE)
                .setAudioBufferCallback((buffer, format, channels, rate, read, captured) -> {
                    boolean unused = side.fill(buffer, channels, rate);
                    return captured;
                })
                .createAudioDeviceModule();
        device.setAudioRecordEnabled(false);
        device.setSpeakerMute(true);
        factory = PeerConnectionFactory.builder()
                .setAudioDeviceModule(device)
                .setVideoEncoderFactory(new DefaultVideoEncoderFactory(graphics, true, true))
                .setVideoDecoderFactory(new DefaultVideoDecoderFactory(graphics))
                .createPeerConnectionFactory();
        connection = Objects.requireNonNull(
                factory.createPeerConnection(configuration(iceServers), new StateObserver(side::become)),
                "the library made no connection");
        source = factory.createAudioSource(new MediaConstraints());
        voice = factory.createAudioTrack("audio", source);
        boolean unused = voice.setEnabled(false);
        add(MediaKind.AUDIO, "call", voice);
        addPicture(MediaKind.CAMERA, "call", "camera", side);
        addPicture(MediaKind.SCREEN, "screen", "screen", side);
        ear = (data, bits, rate, channels, frames, timestampMillis) ->
                side.heard(Frames.sound(data, rate, channels, frames));
        received(MediaKind.AUDIO, AudioTrack.class).addSink(ear);
        shape(MediaKind.CAMERA, Encoding.CAMERA);
        shape(MediaKind.SCREEN, Encoding.SCREEN);
    }

    /// The server is ICE-lite and learns our address from checks, so no candidate of ours is ever sent.
    private static RTCConfiguration configuration(List<IceServer> iceServers) {
        RTCConfiguration configuration =
                new RTCConfiguration(iceServers.stream().map(NativePeer::server).toList());
        configuration.sdpSemantics = PeerConnection.SdpSemantics.UNIFIED_PLAN;
        configuration.bundlePolicy = PeerConnection.BundlePolicy.MAXBUNDLE;
        configuration.tcpCandidatePolicy = PeerConnection.TcpCandidatePolicy.DISABLED;
        configuration.continualGatheringPolicy = PeerConnection.ContinualGatheringPolicy.GATHER_CONTINUALLY;
        return configuration;
    }

    private static PeerConnection.IceServer server(IceServer from) {
        return PeerConnection.IceServer.builder(from.urls())
                .setUsername(from.username())
                .setPassword(from.credential())
                .createIceServer();
    }

    private void addPicture(MediaKind kind, String stream, String id, Side side) {
        VideoSource picture = factory.createVideoSource(kind == MediaKind.SCREEN);
        pictures.put(kind, picture);
        add(kind, stream, factory.createVideoTrack(id, picture));
        picture.getCapturerObserver().onCapturerStarted(true);
        VideoSink eye = frame -> side.seen(kind, frame);
        eyes.put(kind, eye);
        received(kind, VideoTrack.class).addSink(eye);
    }

    private void add(MediaKind kind, String stream, MediaStreamTrack track) {
        RtpTransceiverInit init = new RtpTransceiverInit(RtpTransceiverDirection.SEND_RECV, List.of(stream));
        transceivers.put(kind, connection.addTransceiver(track, init));
    }

    private RtpTransceiver transceiver(MediaKind kind) {
        return Objects.requireNonNull(transceivers.get(kind));
    }

    private <T extends MediaStreamTrack> T received(MediaKind kind, Class<T> type) {
        return type.cast(Objects.requireNonNull(transceiver(kind).getReceiver().track()));
    }

    @Override
    public void offer(boolean newIce, Taken taken) {
        if (newIce) {
            connection.restartIce();
        }
        connection.createOffer(
                Described.made(made -> connection.setLocalDescription(Described.set(taken), made), taken),
                new MediaConstraints());
    }

    @Override
    public String localSdp() {
        return connection.getLocalDescription().description;
    }

    @Override
    public void answer(String sdp, Taken taken) {
        connection.setRemoteDescription(
                Described.set(taken), new SessionDescription(SessionDescription.Type.ANSWER, sdp));
    }

    @Override
    public void voice(boolean sends, boolean records) {
        device.setAudioRecordEnabled(records && mayRecord);
        boolean unused = voice.setEnabled(sends);
    }

    @Override
    public void play(boolean on) {
        device.setSpeakerMute(!on);
    }

    @Override
    public void volume(double factor) {
        received(MediaKind.AUDIO, AudioTrack.class).setVolume(factor);
    }

    @Override
    public void shape(MediaKind kind, Encoding encoding) {
        RtpSender sender = transceiver(kind).getSender();
        RtpParameters parameters = sender.getParameters();
        parameters.encodings.forEach(each -> write(kind, encoding, each));
        boolean unused = sender.setParameters(parameters);
    }

    @SuppressWarnings("NullAway") // The library takes null for its own choice.
    private static void write(MediaKind kind, Encoding encoding, RtpParameters.Encoding parameters) {
        parameters.maxBitrateBps = encoding.maxBitsPerSecond() == 0 ? null : (Integer) encoding.maxBitsPerSecond();
        if (kind.isVideo()) {
            int frames = (int) Math.round(encoding.maxFramesPerSecond());
            parameters.maxFramerate = frames == 0 ? null : (Integer) frames;
            parameters.scaleResolutionDownBy = encoding.scaleDownBy() == 0 ? null : (Double) encoding.scaleDownBy();
        }
    }

    @Override
    public void frame(MediaKind place, VideoFrame frame) {
        Objects.requireNonNull(pictures.get(place)).getCapturerObserver().onFrameCaptured(frame);
    }

    @Override
    public void stats(Consumer<StatsReading> taken) {
        connection.getStats(report -> taken.accept(new StatsReading(
                report.getStatsMap().values().stream().map(NativePeer::entry).toList())));
    }

    private static Map<String, Object> entry(RTCStats stats) {
        Map<String, Object> entry = new HashMap<>(stats.getMembers());
        entry.put("id", stats.getId());
        entry.put("type", stats.getType());
        return entry;
    }

    /// In the order in which one uses the other: sinks, connection, sources, factory, device.
    @Override
    public void dispose() {
        received(MediaKind.AUDIO, AudioTrack.class).removeSink(ear);
        eyes.forEach((kind, eye) -> received(kind, VideoTrack.class).removeSink(eye));
        connection.dispose();
        pictures.values().forEach(VideoSource::dispose);
        source.dispose();
        factory.dispose();
        device.release();
    }
}
