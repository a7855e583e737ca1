// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.Encoding;
import dev.duet.client.media.MediaConnection;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.engine.Courier;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.flow.VideoSource;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.webrtc.VideoFrame;

/// The app's handle on a connection, and what comes and goes through it.
final class AndroidConnection implements MediaConnection, Peer.Side {
    private static final int CHUNKS = 50;
    private static final int STATES = 100;

    private final Owner owner;
    private final Predicate<AudioSource> ownMicrophone;
    private final Voice voice = new Voice();
    private final Courier<PcmChunk> ear = new Courier<>(CHUNKS, AppThreads::run);
    private final Courier<ConnectionState> states = new Courier<>(STATES, AppThreads::run);
    private final Map<MediaKind, Eye> eyes = new EnumMap<>(MediaKind.class);
    private final Map<MediaKind, Inlet> inlets = new EnumMap<>(MediaKind.class);
    /// What lets go of the sources that are sent.
    private final Map<MediaKind, Runnable> sent = new EnumMap<>(MediaKind.class);
    private volatile ConnectionState state = ConnectionState.NEW;
    private boolean closed;

    private AndroidConnection(Function<Peer.Side, Peer> make, Predicate<AudioSource> ownMicrophone) {
        this.ownMicrophone = ownMicrophone;
        for (MediaKind place : new MediaKind[] {MediaKind.CAMERA, MediaKind.SCREEN}) {
            eyes.put(place, new Eye());
        }
        this.owner = Owner.start(() -> {
            Peer peer = make.apply(this);
            eyes.keySet().forEach(place -> inlets.put(place, new Inlet(frame -> peer.frame(place, frame))));
            return peer;
        });
    }

    /// @param make the native side, on the connection's thread
    /// @param ownMicrophone whether a source is the phone's microphone, which the library records itself
    static AndroidConnection open(
            Function<Peer.Side, Peer> make, Predicate<AudioSource> ownMicrophone, Consumer<ConnectionState> listener) {
        AndroidConnection connection = new AndroidConnection(make, ownMicrophone);
        connection.states.bringTo(listener);
        return connection;
    }

    @Override
    public CompletableFuture<String> offer() {
        return owner.offer();
    }

    @Override
    public CompletableFuture<String> restart() {
        return owner.restart();
    }

    @Override
    public CompletableFuture<Void> answer(String sdp) {
        return owner.answer(Objects.requireNonNull(sdp));
    }

    @Override
    public synchronized void sendAudio(@Nullable AudioSource source) {
        boolean records = source != null && ownMicrophone.test(source);
        release(MediaKind.AUDIO);
        voice.open(source != null && !records && !closed);
        if (source != null && !records && !closed) {
            AudioSink sink = voice::offer;
            source.addSink(sink);
            sent.put(MediaKind.AUDIO, () -> source.removeSink(sink));
        }
        owner.run(peer -> peer.voice(source != null, records));
    }

    @Override
    public synchronized void sendVideo(MediaKind place, @Nullable VideoSource source) {
        Inlet inlet = inlet(place);
        release(place);
        if (source == null || closed) {
            return;
        }
        if (source instanceof NativeVideo device) {
            org.webrtc.VideoSink sink = inlet::frame;
            device.addNative(sink);
            sent.put(place, () -> device.removeNative(sink));
        } else {
            VideoSink sink = frame -> push(inlet, frame);
            source.addSink(sink);
            sent.put(place, () -> source.removeSink(sink));
        }
    }

    private static void push(Inlet inlet, dev.duet.client.media.flow.VideoFrame frame) {
        VideoFrame copy = Frames.toNative(frame);
        try {
            inlet.frame(copy);
        } finally {
            copy.release();
        }
    }

    private void release(MediaKind kind) {
        Runnable former = sent.remove(kind);
        if (former != null) {
            former.run();
        }
    }

    private Inlet inlet(MediaKind place) {
        Inlet inlet = inlets.get(place);
        if (inlet == null) {
            throw new IllegalArgumentException("a picture has its place at CAMERA or SCREEN, not AUDIO");
        }
        return inlet;
    }

    @Override
    public void shape(MediaKind kind, Encoding encoding) {
        Objects.requireNonNull(encoding);
        owner.run(peer -> peer.shape(Objects.requireNonNull(kind), encoding));
    }

    @Override
    public void hear(@Nullable AudioSink sink) {
        AndroidSpeaker speaker = sink instanceof AndroidSpeaker own ? own : null;
        ear.bringTo(sink == null || speaker != null ? null : sink::chunk);
        owner.run(peer -> {
            peer.play(speaker != null);
            if (speaker != null) {
                speaker.follow(factor -> owner.run(live -> live.volume(factor)));
            }
        });
    }

    @Override
    public void see(MediaKind place, @Nullable VideoSink sink) {
        Eye eye = eyes.get(place);
        if (eye == null) {
            throw new IllegalArgumentException("pictures come at CAMERA or SCREEN, not AUDIO");
        }
        eye.show(sink);
    }

    @Override
    public CompletableFuture<ConnectionStats> stats() {
        return owner.stats();
    }

    @Override
    public ConnectionState state() {
        return state;
    }

    @Override
    public void close() {
        owner.close(this::shut, () -> become(ConnectionState.CLOSED));
    }

    /// Nothing comes or goes any more.
    private synchronized void shut() {
        closed = true;
        sent.values().forEach(Runnable::run);
        sent.clear();
        voice.open(false);
        inlets.values().forEach(Inlet::close);
        ear.bringTo(null);
        eyes.values().forEach(eye -> eye.show(null));
    }

    @Override
    public void become(ConnectionState next) {
        if (state != next && state != ConnectionState.CLOSED) {
            state = next;
            states.bring(next);
        }
    }

    @Override
    public void heard(PcmChunk chunk) {
        ear.bring(chunk);
    }

    @Override
    public boolean fill(ByteBuffer buffer, int channels, int rate) {
        return voice.fill(buffer, channels, rate);
    }

    @Override
    public void seen(MediaKind place, VideoFrame frame) {
        Eye eye = eyes.get(place);
        if (eye != null) {
            eye.frame(frame);
        }
    }
}
