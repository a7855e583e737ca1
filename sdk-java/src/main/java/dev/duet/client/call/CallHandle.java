// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.Audience;
import dev.duet.client.Result;
import dev.duet.client.call.state.CallDirection;
import dev.duet.client.call.state.CallHold;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.CallQuality;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.Meanwhile;
import dev.duet.client.call.state.RejectReason;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.frame.MediaFlags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A call as the app has it: what is asked goes to the session's thread, what is read was left here by it.
final class CallHandle implements Call {
    private volatile LiveCall call;
    private final CallSession session;
    private final Audience<CallListener> audience;
    /// Those that stand for the same call; on the session's thread.
    private final List<CallHandle> alike = new ArrayList<>(0);
    private volatile CallView view;

    CallHandle(LiveCall call, CallSession session, CallView first) {
        this.call = call;
        this.session = session;
        this.audience = new Audience<>(session.events());
        this.view = first;
    }

    void show(CallView now) {
        view = now;
        alike.forEach(each -> each.show(now));
    }

    void tell(Consumer<CallListener> what) {
        audience.tell(what);
        alike.forEach(each -> each.tell(what));
    }

    /// Stands for another call from now on, beside the handle that it has.
    void become(CallHandle other) {
        CallState before = state();
        call = other.call;
        other.alike.add(this);
        show(other.view);
        CallState now = state();
        audience.tell(listener -> listener.state(this, now, before));
    }

    /// The same call, however many handles it has.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallHandle handle && handle.call.equals(call);
    }

    @Override
    public int hashCode() {
        return call.hashCode();
    }

    @Override
    public CallDirection direction() {
        return call.direction();
    }

    @Override
    public String peer() {
        return call.peer();
    }

    @Override
    public String inviteId() {
        return view.inside().inviteId().text();
    }

    @Override
    public CallState state() {
        return view.inside().state();
    }

    @Override
    public CallMedia media() {
        return view.media();
    }

    @Override
    public CallHold held() {
        return view.held();
    }

    @Override
    public MediaFlags remote() {
        return view.remote();
    }

    @Override
    public CallQuality quality() {
        return view.quality();
    }

    @Override
    public Duration talked() {
        return switch (state()) {
            case CallState.Inviting inviting -> Duration.ZERO;
            case CallState.Ringing ringing -> Duration.ZERO;
            case CallState.Connecting connecting -> Duration.ZERO;
            case CallState.Talking talking -> since(talking.since());
            case CallState.Ended ended -> ended.talked();
        };
    }

    private Duration since(Instant began) {
        Instant now = session.wire().now();
        return now.isAfter(began) ? Duration.between(began, now) : Duration.ZERO;
    }

    @Override
    public boolean isMuted() {
        return view.inside().muted();
    }

    @Override
    public boolean isCameraOn() {
        return view.inside().sent().video();
    }

    @Override
    public boolean isScreenOn() {
        return view.inside().sent().screen();
    }

    @Override
    public @Nullable Result<Void> deviceProblem() {
        return view.problem();
    }

    @Override
    public CompletableFuture<Result<Void>> accept(Meanwhile meanwhile) {
        return answer(() -> call.accept(meanwhile));
    }

    @Override
    public CompletableFuture<Result<Void>> reject(RejectReason reason) {
        return answer(() -> call.reject(reason));
    }

    @Override
    public CompletableFuture<Result<Void>> cancel() {
        return answer(() -> call.cancel());
    }

    @Override
    public CompletableFuture<Result<Void>> hangUp() {
        return answer(() -> call.hangUp());
    }

    @Override
    public CompletableFuture<Result<Void>> hold() {
        return answer(() -> call.hold());
    }

    @Override
    public CompletableFuture<Result<Void>> resume() {
        return answer(() -> call.resume());
    }

    @Override
    public void setMuted(boolean muted) {
        run(() -> call.own().setMuted(muted));
    }

    @Override
    public CompletableFuture<Result<Void>> setCamera(boolean on) {
        return answer(() -> call.setCamera(on));
    }

    @Override
    public CompletableFuture<Result<Void>> setScreen(boolean on) {
        return answer(() -> call.setScreen(on));
    }

    @Override
    public CompletableFuture<Result<Void>> switchMedia(CallMedia media) {
        return answer(() -> call.switchMedia(media));
    }

    @Override
    public CompletableFuture<Result<Void>> setMicrophone(String deviceId) {
        return answer(() -> call.setMicrophone(deviceId));
    }

    @Override
    public CompletableFuture<Result<Void>> setCameraDevice(String deviceId) {
        return answer(() -> call.setCameraDevice(deviceId));
    }

    @Override
    public CompletableFuture<Result<Void>> setSpeaker(String deviceId) {
        return answer(() -> call.setSpeaker(deviceId));
    }

    @Override
    public void hear(@Nullable AudioSink sink) {
        run(() -> call.place().hear(sink));
    }

    @Override
    public void show(@Nullable VideoSink sink) {
        run(() -> call.place().see(MediaKind.CAMERA, sink));
    }

    @Override
    public void showScreen(@Nullable VideoSink sink) {
        run(() -> call.place().see(MediaKind.SCREEN, sink));
    }

    @Override
    public void showOwn(@Nullable VideoSink sink) {
        run(() -> call.own().mirror(sink));
    }

    @Override
    public Runnable on(CallListener listener) {
        return audience.on(listener);
    }

    private CompletableFuture<Result<Void>> answer(Supplier<CompletableFuture<Result<Void>>> work) {
        return session.answer(work);
    }

    private void run(Runnable work) {
        session.wire().run(work);
    }

    @Override
    public String toString() {
        return "Call[" + direction() + ' ' + peer() + ' ' + inviteId() + ' ' + state() + ']';
    }
}
