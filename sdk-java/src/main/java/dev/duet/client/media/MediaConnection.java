// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media;

import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.flow.VideoSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The media of one stay in a room: audio, camera and screen both ways over one path to the server.
///
/// One offer and one answer last for the whole stay: what is sent changes without another. Every method may be called
/// on
/// any thread, in any order and after [#close]; none blocks but `close`. A call that makes no sense at that moment does
/// nothing, or its future fails with a [MediaException]: `CLOSED`, `WRONG_MOMENT`, `BAD_DESCRIPTION`. Futures,
/// listeners
/// and sinks run on threads of the engine on which waiting is allowed.
public interface MediaConnection extends AutoCloseable {
    /// The SDP offer for `enterRoom`, already in force here. May be repeated until it is answered.
    CompletableFuture<String> offer();

    /// An SDP offer with new ICE credentials for `restartIce`, after a change of network. Media goes on on the old path
    /// until the server's answer has led to a new one. Given up when no answer comes: ask again.
    CompletableFuture<String> restart();

    /// Takes the server's answer to the last offer or restart.
    CompletableFuture<Void> answer(String sdp);

    /// Sends what the source gives from now on, in place of what was sent before; null sends nothing.
    /// The source stays the app's: it is not closed here.
    void sendAudio(@Nullable AudioSource source);

    /// As [#sendAudio], for a picture.
    ///
    /// @param place CAMERA or SCREEN; AUDIO is an [IllegalArgumentException]
    void sendVideo(MediaKind place, @Nullable VideoSource source);

    /// How a kind is encoded from now on.
    void shape(MediaKind kind, Encoding encoding);

    /// The other side's sound goes to this sink, 48,000 Hz in one channel, every 10 ms from the answer on, silence as
    /// well; null lets it go unheard. Sound that nobody takes costs as much as sound that is taken.
    void hear(@Nullable AudioSink sink);

    /// The other side's pictures go to this sink, as they are decoded; null lets them go unseen.
    ///
    /// @param place CAMERA or SCREEN; AUDIO is an [IllegalArgumentException]
    void see(MediaKind place, @Nullable VideoSink sink);

    /// Figures of this moment.
    CompletableFuture<ConnectionStats> stats();

    /// That of this moment.
    ConnectionState state();

    /// Ends it, in some 50 ms, and returns when all its threads are gone; what was asked before and not done fails as
    /// `CLOSED`. Twice is once; after that no sink and no listener is called any more.
    @Override
    void close();
}
