// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.duet.client.media.Encoding;
import dev.duet.client.media.IceServer;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.webrtc.device.NativePictures;
import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.PortAllocatorConfig;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpEncodingParameters;
import dev.onvoid.webrtc.RTCRtpSendParameters;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCStatsCollectorCallback;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSink;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The native objects of one connection: a factory and an audio device of its own, three transceivers. Made, used and
/// disposed on one thread; whether a call is legal at that moment is known by its owner.
///
/// Its tracks stay the same for ever: what is sent changes by what is pushed into them. Replacing an audio track would
/// start the stream anew, and with it the recording thread that [dev.duet.client.media.webrtc.machine.AudioGate] is
/// about.
final class NativePeer {
    private final HeadlessAudioDeviceModule device = new HeadlessAudioDeviceModule();
    private final PeerConnectionFactory factory = new PeerConnectionFactory(device);
    private final CustomAudioSource voice = new CustomAudioSource();
    private final Map<MediaKind, CustomVideoSource> pictures = new EnumMap<>(MediaKind.class);
    private final Map<MediaKind, RTCRtpTransceiver> transceivers = new EnumMap<>(MediaKind.class);
    private final RTCPeerConnection connection;
    private final AudioTrackSink ear;
    private final Map<MediaKind, VideoTrackSink> eyes;

    NativePeer(
            List<IceServer> iceServers,
            PeerConnectionObserver observer,
            AudioTrackSink ear,
            Map<MediaKind, VideoTrackSink> eyes) {
        this.ear = ear;
        this.eyes = eyes;
        connection = factory.createPeerConnection(configuration(iceServers), observer);
        add(MediaKind.AUDIO, "call", factory.createAudioTrack("audio", voice));
        add(MediaKind.CAMERA, "call", factory.createVideoTrack("camera", pictures(MediaKind.CAMERA)));
        add(MediaKind.SCREEN, "screen", factory.createVideoTrack("screen", pictures(MediaKind.SCREEN)));
        audioReceived().addSink(ear);
        eyes.forEach((kind, eye) -> videoReceived(kind).addSink(eye));
        shape(MediaKind.CAMERA, Encoding.CAMERA);
        shape(MediaKind.SCREEN, Encoding.SCREEN);
    }

    /// One socket on all addresses. Listing the machine's interfaces would leave loopback out, so a server on it, or a
    /// machine without a network, could not be reached; the server is ICE-lite and learns our address from checks.
    private static RTCConfiguration configuration(List<IceServer> iceServers) {
        RTCConfiguration configuration = new RTCConfiguration();
        configuration.bundlePolicy = RTCBundlePolicy.MAX_BUNDLE;
        configuration.portAllocatorConfig = new PortAllocatorConfig()
                .setDisableAdapterEnumeration(true)
                .setEnableAnyAddressPorts(true)
                .setEnableSharedSocket(true)
                .setEnableIpv6(true)
                .setDisableTcp(true);
        configuration.iceServers = iceServers.stream().map(NativePeer::server).toList();
        return configuration;
    }

    private static RTCIceServer server(IceServer from) {
        RTCIceServer server = new RTCIceServer();
        server.urls = from.urls();
        server.username = from.username();
        server.password = from.credential();
        return server;
    }

    private CustomVideoSource pictures(MediaKind kind) {
        return pictures.computeIfAbsent(kind, each -> new CustomVideoSource());
    }

    private void add(MediaKind kind, String stream, MediaStreamTrack track) {
        RTCRtpTransceiverInit init = new RTCRtpTransceiverInit();
        init.direction = RTCRtpTransceiverDirection.SEND_RECV;
        init.streamIds = List.of(stream);
        transceivers.put(kind, connection.addTransceiver(track, init));
    }

    private RTCRtpTransceiver transceiver(MediaKind kind) {
        return Objects.requireNonNull(transceivers.get(kind));
    }

    private AudioTrack audioReceived() {
        return (AudioTrack) transceiver(MediaKind.AUDIO).getReceiver().getTrack();
    }

    private VideoTrack videoReceived(MediaKind kind) {
        return (VideoTrack) transceiver(kind).getReceiver().getTrack();
    }

    void createOffer(CreateSessionDescriptionObserver observer) {
        connection.createOffer(new RTCOfferOptions(), observer);
    }

    void restartIce() {
        connection.restartIce();
    }

    void setLocal(RTCSessionDescription description, SetSessionDescriptionObserver observer) {
        connection.setLocalDescription(description, observer);
    }

    void setRemote(RTCSessionDescription description, SetSessionDescriptionObserver observer) {
        connection.setRemoteDescription(description, observer);
    }

    String localSdp() {
        return connection.getLocalDescription().sdp;
    }

    void getStats(RTCStatsCollectorCallback callback) {
        connection.getStats(callback);
    }

    void stopRecording() {
        device.stopRecording();
    }

    void push(PcmChunk chunk) {
        int count = chunk.samples().capacity();
        byte[] bytes = new byte[count * 2];
        for (int i = 0; i < count; i++) {
            short sample = chunk.samples().get(i);
            bytes[2 * i] = (byte) sample;
            bytes[2 * i + 1] = (byte) (sample >> 8);
        }
        voice.pushAudio(bytes, 16, chunk.rate(), chunk.channels(), count / chunk.channels());
    }

    void push(MediaKind kind, VideoFrame frame) {
        dev.onvoid.webrtc.media.video.VideoFrame pushed = NativePictures.toNative(frame, System.nanoTime());
        try {
            pictures(kind).pushFrame(pushed);
        } finally {
            pushed.release();
        }
    }

    /// Of audio this may start the stream anew.
    void shape(MediaKind kind, Encoding encoding) {
        RTCRtpSender sender = transceiver(kind).getSender();
        RTCRtpSendParameters parameters = sender.getParameters();
        for (RTCRtpEncodingParameters each : parameters.encodings) {
            write(kind, encoding, each);
        }
        sender.setParameters(parameters);
    }

    @SuppressWarnings("NullAway") // The library takes null for its own choice.
    private static void write(MediaKind kind, Encoding encoding, RTCRtpEncodingParameters parameters) {
        parameters.maxBitrate = encoding.maxBitsPerSecond() == 0 ? null : (Integer) encoding.maxBitsPerSecond();
        if (kind.isVideo()) {
            parameters.maxFramerate =
                    encoding.maxFramesPerSecond() == 0 ? null : (Double) encoding.maxFramesPerSecond();
            parameters.scaleResolutionDownBy = encoding.scaleDownBy() == 0 ? null : (Double) encoding.scaleDownBy();
        }
    }

    /// In the one order that the library survives: sinks, connection, sources, factory, device.
    void dispose() {
        audioReceived().removeSink(ear);
        eyes.forEach((kind, eye) -> videoReceived(kind).removeSink(eye));
        Runnable leaked = LeakedReference.of(connection);
        connection.close();
        leaked.run();
        voice.dispose();
        pictures.values().forEach(CustomVideoSource::dispose);
        factory.dispose();
        device.dispose();
    }
}
