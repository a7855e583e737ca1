// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone;

import dev.duet.client.Result;
import dev.duet.client.call.Call;
import dev.duet.client.call.CallListener;
import dev.duet.client.call.state.CallQuality;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.EndReason;
import dev.duet.softphone.phone.choice.Key;
import java.util.function.Consumer;

/// One call, told line by line, and what keys do to it.
final class Conversation implements CallListener {
    private final Call call;
    private final Display display;
    private final Earpiece earpiece;
    private final Consumer<CallState.Ended> over;
    private final Arrivals arrivals = new Arrivals();

    /// @param over told how it ended
    Conversation(Call call, Display display, Earpiece earpiece, Consumer<CallState.Ended> over) {
        this.call = call;
        this.display = display;
        this.earpiece = earpiece;
        this.over = over;
    }

    void begin() {
        call.on(this);
        call.show(arrivals);
        call.hear(chunk -> {
            arrivals.chunk(chunk);
            earpiece.chunk(chunk);
        });
    }

    void press(Key key) {
        switch (key) {
            case MUTE -> mute();
            case CAMERA -> switchCamera();
            case HANG_UP, QUIT -> {
                var _ = call.hangUp();
            }
        }
    }

    private void mute() {
        boolean muted = !call.isMuted();
        call.setMuted(muted);
        display.line(muted ? "You are muted." : "You are heard again.");
    }

    private void switchCamera() {
        boolean on = !call.isCameraOn();
        var _ = call.setCamera(on)
                .thenAccept(result -> display.line(
                        result.isOk() ? (on ? "Your camera is on." : "Your camera is off.") : result.desc()));
    }

    @Override
    public void state(Call same, CallState now, CallState before) {
        switch (now) {
            case CallState.Inviting inviting -> {}
            case CallState.Ringing ringing -> display.line(rings(ringing));
            case CallState.Connecting connecting -> display.line("Connecting …");
            case CallState.Talking talking -> {
                display.line("Talking with " + call.peer() + ".");
                earpiece.pickUp();
            }
            case CallState.Ended ended -> end(ended);
        }
    }

    private String rings(CallState.Ringing ringing) {
        return ringing.delivered() ? "It rings at " + call.peer() + "." : "Looking for " + call.peer() + " …";
    }

    private void end(CallState.Ended ended) {
        earpiece.putDown();
        display.line(last(ended));
        over.accept(ended);
    }

    private static String last(CallState.Ended ended) {
        return ended.reason() == EndReason.OFFLINE
                ? ended.message() + " Nobody of that name is signed in here."
                : ended.message();
    }

    @Override
    public void quality(Call same, CallQuality now) {
        display.live(arrivals.take(call.talked()).line(now));
    }

    @Override
    public void problem(Call same, Result<Void> why) {
        display.line(why.desc());
    }
}
