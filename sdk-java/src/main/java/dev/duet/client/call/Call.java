// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.Result;
import dev.duet.client.call.state.CallDirection;
import dev.duet.client.call.state.CallHold;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.CallQuality;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.Meanwhile;
import dev.duet.client.call.state.RejectReason;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.frame.MediaFlags;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One call, from the first ring to the reason it ended. Every method may be called on any thread and blocks on none;
/// what can be read is current. A refusal is a result, never an exception; what makes no sense in the state the call is
/// in answers 6017.
public interface Call {
    /// Who called.
    CallDirection direction();

    /// The other user.
    String peer();

    /// Of the invitation. It may change once: two who call each other at the same moment end up with one.
    String inviteId();

    /// Where it stands: inviting, ringing, connecting, talking or ended.
    CallState state();

    /// What kind of call it is now: a voice call in which somebody turns a camera on is a video call.
    CallMedia media();

    /// Who has put it on hold.
    CallHold held();

    /// What the other side is sending; nothing while the call is on hold here.
    MediaFlags remote();

    /// Of the network, as of the last 2 s.
    CallQuality quality();

    /// How long it is being talked in, or was in all.
    Duration talked();

    boolean isMuted();

    /// Whether the own camera is open.
    boolean isCameraOn();

    boolean isScreenOn();

    /// The last trouble with an own device that did not end the call, as a camera that is in use elsewhere.
    @Nullable
    Result<Void> deviceProblem();

    /// Answers an incoming call. One that waits first puts the call in progress on hold. 8010: it is over.
    default CompletableFuture<Result<Void>> accept() {
        return accept(Meanwhile.HOLD);
    }

    /// Answers an incoming call, after making room for it. 8010: it is over.
    CompletableFuture<Result<Void>> accept(Meanwhile meanwhile);

    /// Declines an incoming call.
    default CompletableFuture<Result<Void>> reject() {
        return reject(RejectReason.ACTIVE);
    }

    /// Declines an incoming call; with `BUSY` the caller hears that this user is in another one.
    CompletableFuture<Result<Void>> reject(RejectReason reason);

    /// Gives up an outgoing call that has not been answered.
    CompletableFuture<Result<Void>> cancel();

    /// Ends the call in whatever state it is: cancels, declines or leaves.
    CompletableFuture<Result<Void>> hangUp();

    /// Nothing is sent or received until `resume`, and another call may be talked in meanwhile. One call at a time.
    CompletableFuture<Result<Void>> hold();

    /// Goes on; a call in progress changes places with this one.
    CompletableFuture<Result<Void>> resume();

    /// Silence is sent in place of the own voice; the other side is told.
    void setMuted(boolean muted);

    /// Off closes the camera; on opens it, also in a voice call. -1301, -1316: there is none to be had.
    CompletableFuture<Result<Void>> setCamera(boolean on);

    /// Shares the screen, once the call is talked in. -1308: it cannot be had.
    CompletableFuture<Result<Void>> setScreen(boolean on);

    /// `VIDEO` turns the camera on; `AUDIO` turns it off and makes a voice call of it here.
    CompletableFuture<Result<Void>> switchMedia(CallMedia media);

    /// Takes this microphone of the machine instead, at once if one is open; the empty id is the system's own choice.
    /// -1302, -1319: it cannot be had, and the one before stays on.
    CompletableFuture<Result<Void>> setMicrophone(String deviceId);

    /// As [#setMicrophone], for the camera. -1301, -1316: it cannot be had.
    CompletableFuture<Result<Void>> setCameraDevice(String deviceId);

    /// Plays the other side's sound on this loudspeaker until the call is over, in place of what `hear` was given; the
    /// empty id is the system's own choice. -1321: it cannot be had.
    CompletableFuture<Result<Void>> setSpeaker(String deviceId);

    /// The other side's sound goes there, from now on for the whole call: 48,000 Hz in one channel, every 10 ms. Null
    /// lets
    /// it go unheard.
    void hear(@Nullable AudioSink sink);

    /// The other side's camera goes there; null shows it nowhere.
    void show(@Nullable VideoSink sink);

    /// The other side's screen goes there.
    void showScreen(@Nullable VideoSink sink);

    /// The own camera goes there, from when it rings on.
    void showOwn(@Nullable VideoSink sink);

    /// Returns what takes the listener off again.
    Runnable on(CallListener listener);
}
