// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.call.machine.CallEffect;
import dev.duet.client.call.machine.CallEvent;
import dev.duet.client.call.machine.Parties;
import dev.duet.client.call.machine.Stage;
import dev.duet.client.call.offer.CallOffer;
import dev.duet.client.call.own.OwnDevices;
import dev.duet.client.call.own.OwnDevices.Opened;
import dev.duet.client.call.state.CallDirection;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.EndSide;
import dev.duet.client.call.state.Meanwhile;
import dev.duet.client.call.state.RejectReason;
import dev.duet.client.course.NetworkQuality;
import dev.duet.client.media.Devices;
import dev.duet.client.stay.Landing;
import dev.duet.client.stay.Room;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ServerEvent;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A call that takes place: the call machine with an invitation, devices and a room around it. On the session's thread.
final class LiveCall {
    private final CallTools tools;
    private final CallStart start;
    private final OwnDevices own;
    private final Place place;
    private final Ring ring;
    private final Progress progress;
    private final Outlook outlook;
    private CompletableFuture<Result<Void>> lastAnswer = CompletableFuture.completedFuture(Result.done());

    LiveCall(CallTools tools, CallStart start) {
        RoomWire wire = tools.wire();
        boolean incoming = start.direction() == CallDirection.INCOMING;
        this.tools = tools;
        this.start = start;
        this.own = new OwnDevices(wire, tools.sources(), tools.media().slow(), this::report);
        this.place = new Place(wire, tools.media(), own, incoming, new Surroundings());
        this.ring = new Ring(wire, tools.session().device(), start, this::feed);
        Parties parties = new Parties(start.peer(), start.direction());
        this.progress = new Progress(wire, parties, start.firstStage(wire), new Course());
        this.outlook = new Outlook(this, start.offer().media(), tools, inside());
        own.onChange(outlook::changed);
    }

    /// Starts to ring.
    void begin() {
        progress.begin();
        switch (start) {
            case CallStart.Outgoing outgoing -> {
                dial(outgoing);
                openDevices();
            }
            case CallStart.Incoming incoming -> {
                if (!incoming.waits()) {
                    preview();
                    warmUp();
                }
            }
        }
    }

    /// There is another call already.
    void refuse() {
        feed(new CallEvent.AlreadyInCall());
    }

    /// The other side calls at the same moment: this call is that one, answered.
    void become(LiveCall other) {
        outlook.handle().become(other.outlook.handle());
        Landing.letBe(other.accept(Meanwhile.HOLD));
    }

    Call handle() {
        return outlook.handle();
    }

    CallDirection direction() {
        return start.direction();
    }

    String peer() {
        return start.peer();
    }

    /// What the parts of this call know.
    CallView.Inside inside() {
        return new CallView.Inside(state(), ring.id(), own.flags(), own.isMuted());
    }

    private CallState state() {
        return progress.stage().shown();
    }

    OwnDevices own() {
        return own;
    }

    Place place() {
        return place;
    }

    boolean isHeldHere() {
        return outlook.isHeldHere();
    }

    /// Rings for an answer of this device.
    boolean ringsHere() {
        return start instanceof CallStart.Incoming && progress.stage() instanceof Stage.Ringing;
    }

    /// Waits for an answer of the other side.
    boolean ringsThere() {
        return start instanceof CallStart.Outgoing && progress.stage() instanceof Stage.Before;
    }

    boolean isUnanswered() {
        return progress.stage() instanceof Stage.Before;
    }

    // What the person does

    CompletableFuture<Result<Void>> accept(Meanwhile meanwhile) {
        if (!ringsHere()) {
            return wrongState("accept");
        }
        return tools.calls()
                .clear(this, meanwhile)
                .thenCompose(cleared -> cleared.isOk() ? answer() : CompletableFuture.completedFuture(cleared));
    }

    private CompletableFuture<Result<Void>> answer() {
        feed(new CallEvent.Accept());
        openDevices();
        if (progress.stage() instanceof Stage.Ended ended) {
            return CompletableFuture.completedFuture(
                    Result.refused(Code.INVALID_INVITE_ID, ended.end().message()));
        }
        feed(new CallEvent.AcceptSent());
        place.agree();
        return ring.accept();
    }

    CompletableFuture<Result<Void>> reject(RejectReason reason) {
        return ringsHere() ? leave(new CallEvent.Reject(reason)) : wrongState("reject");
    }

    CompletableFuture<Result<Void>> cancel() {
        return ringsThere() ? leave(new CallEvent.HangUp()) : wrongState("cancel");
    }

    CompletableFuture<Result<Void>> hangUp() {
        return leave(new CallEvent.HangUp());
    }

    private CompletableFuture<Result<Void>> leave(CallEvent how) {
        feed(how);
        return lastAnswer;
    }

    CompletableFuture<Result<Void>> hold() {
        Room room = place.room();
        if (!(progress.stage() instanceof Stage.Talking) || isHeldHere() || room == null) {
            return wrongState("be put on hold");
        }
        return room.hold().thenApply(answer -> {
            if (answer.isOk()) {
                rest();
            }
            return answer;
        });
    }

    CompletableFuture<Result<Void>> resume() {
        Room room = place.room();
        if (!isHeldHere() || room == null) {
            return wrongState("be resumed");
        }
        Optional<LiveCall> other = tools.calls().besides(this);
        return room.resume(other.map(call -> call.place.room()).orElse(null)).thenApply(answer -> {
            if (answer.isOk()) {
                resumed(other);
            }
            return answer.bare();
        });
    }

    private void resumed(Optional<LiveCall> other) {
        other.ifPresent(LiveCall::rest);
        outlook.heldHere(false);
        Landing.then(own.wake(), this::opened);
    }

    /// On hold from now on, here.
    private void rest() {
        if (!progress.isOver()) {
            own.rest();
            outlook.heldHere(true);
        }
    }

    CompletableFuture<Result<Void>> setCamera(boolean on) {
        return progress.isOver() || isHeldHere()
                ? wrongState("turn the camera on")
                : own.setCamera(on).thenApply(this::reported);
    }

    CompletableFuture<Result<Void>> setMicrophone(String deviceId) {
        return own.chooseMicrophone(() -> devices().openMicrophone(device(Devices.Kind.MICROPHONE, deviceId)));
    }

    CompletableFuture<Result<Void>> setCameraDevice(String deviceId) {
        return own.chooseCamera(() -> devices().openCamera(device(Devices.Kind.CAMERA, deviceId), Devices.Wish.CALL));
    }

    CompletableFuture<Result<Void>> setSpeaker(String deviceId) {
        if (progress.isOver()) {
            return wrongState("play anything");
        }
        return own.chooseSpeaker(() -> devices().openSpeaker(device(Devices.Kind.SPEAKER, deviceId)))
                .thenApply(this::playOn);
    }

    private Result<Void> playOn(Result<Devices.Speaker> opened) {
        if (progress.isOver()) {
            own.closeSpeaker();
        } else if (opened.isOk()) {
            place.hear(opened.data());
        }
        return opened.bare();
    }

    private Devices devices() {
        return tools.media().engine().get().devices();
    }

    private static Devices.Device device(Devices.Kind kind, String id) {
        return new Devices.Device(kind, id, id);
    }

    CompletableFuture<Result<Void>> setScreen(boolean on) {
        boolean talks = progress.stage() instanceof Stage.Talking && !isHeldHere();
        return talks ? own.setScreen(on) : wrongState("share a screen");
    }

    CompletableFuture<Result<Void>> switchMedia(CallMedia media) {
        return setCamera(media == CallMedia.VIDEO).thenApply(result -> {
            if (result.isOk()) {
                outlook.mode(media);
            }
            return result;
        });
    }

    private CompletableFuture<Result<Void>> wrongState(String what) {
        String state = state().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        String whose = direction().name().toLowerCase(Locale.ROOT);
        return CompletableFuture.completedFuture(Result.refused(
                Code.INVALID_PARAMETERS, "A call that is " + state + " and " + whose + " cannot " + what + '.'));
    }

    // What happens

    void take(ServerEvent event) {
        ring.take(event);
    }

    /// An invitation of the other side that crossed the own one: the server may make one call of both.
    void crossedBy(InviteId inviteId, CallOffer offer) {
        ring.crossedBy(inviteId, offer);
    }

    void sessionEnded(EndSide by) {
        feed(new CallEvent.SessionEnded(by));
    }

    private void feed(CallEvent event) {
        progress.feed(event);
    }

    private void dial(CallStart.Outgoing outgoing) {
        Optional<UserId> invitee = UserId.of(outgoing.peer());
        if (invitee.isEmpty()) {
            Result<Void> unknown = Result.refused(Code.UNKNOWN_USER, "There is no user with such an id.");
            feed(new CallEvent.InviteRefused(false, unknown));
            return;
        }
        Landing.then(ring.dial(invitee.get(), outgoing.offer(), outgoing.timeout()), rings -> {
            if (rings) {
                warmUp();
            }
        });
    }

    private void warmUp() {
        Landing.then(ring.offer(), offer -> {
            if (progress.stage() instanceof Stage.Ringing ringing && !ringing.cancelling()) {
                place.warmUp(offer, ring.id());
            }
        });
    }

    private boolean isVideo() {
        return outlook.mode() == CallMedia.VIDEO;
    }

    /// Opens the devices before it is known whether they are wanted, so that an answer need not wait for them.
    private void preview() {
        Landing.then(own.open(isVideo()), opened -> {
            if (progress.isOver()) {
                own.closeAll();
            } else {
                reported(opened.camera());
            }
        });
    }

    private void openDevices() {
        Landing.then(own.open(isVideo()), this::opened);
    }

    private void opened(Opened opened) {
        if (progress.isOver()) {
            own.closeAll();
            return;
        }
        reported(opened.camera());
        if (!opened.microphone().isOk()) {
            outlook.lacks(opened.microphone());
            feed(new CallEvent.NoMicrophone(opened.microphone()));
        }
    }

    private Result<Void> reported(Result<Void> result) {
        if (!result.isOk()) {
            report(result);
        }
        return result;
    }

    private void report(Result<Void> problem) {
        outlook.problem(problem);
    }

    private void enterRoom() {
        Landing.then(ring.offer(), offer -> {
            if (progress.stage() instanceof Stage.Connecting) {
                place.enter(offer);
            }
        });
    }

    /// What the machine wants.
    private final class Course implements Progress.Owner {
        @Override
        public void carryOut(CallEffect effect) {
            switch (effect) {
                case SEND_CANCEL -> lastAnswer = ring.cancel();
                case SEND_REJECT -> lastAnswer = ring.reject(outlook.mode(), RejectReason.ACTIVE);
                case SEND_BUSY -> lastAnswer = ring.reject(outlook.mode(), RejectReason.BUSY);
                case ENTER_ROOM -> enterRoom();
                case LEAVE_ROOM -> lastAnswer = place.leave();
                case MEET_AND_LEAVE -> lastAnswer = ring.offer().thenCompose(place::meetAndLeave);
            }
        }

        @Override
        public void moved(Stage before, Stage now, List<CallEffect> effects) {
            if (before instanceof Stage.Ended) {
                outlook.changed();
                return;
            }
            if (now instanceof Stage.Ended) {
                letGo(effects);
            }
            outlook.moved(now.shown(), before.shown());
        }

        /// A call that is over keeps no device, and no way to the server that was made ready for it.
        private void letGo(List<CallEffect> effects) {
            own.closeAll();
            own.closeSpeaker();
            if (!effects.contains(CallEffect.LEAVE_ROOM) && !effects.contains(CallEffect.MEET_AND_LEAVE)) {
                Landing.letBe(place.leave());
            }
        }
    }

    /// What the room tells.
    private final class Surroundings implements Place.Owner {
        @Override
        public void feed(CallEvent event) {
            LiveCall.this.feed(event);
        }

        @Override
        public void sends(MediaFlags now) {
            outlook.receives(now);
        }

        @Override
        public void holds(boolean held) {
            outlook.heldThere(held);
        }

        @Override
        public void quality(NetworkQuality quality) {
            outlook.judge(quality);
        }

        @Override
        public void refused(Result<Void> why) {
            report(why);
        }
    }
}
