// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import dev.duet.client.Code;
import dev.duet.client.Notice;
import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.course.Company;
import dev.duet.client.course.RoomCode;
import dev.duet.client.course.RoomEnd;
import dev.duet.client.course.RoomEvent;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.stay.OwnMedia.Outgoing;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.Result.Answered;
import dev.duet.frame.Result.Entered;
import dev.duet.frame.Result.Exited;
import dev.duet.frame.Result.Nothing;
import dev.duet.frame.RoomUser;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.ExitReason;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One stay in one room, from `enter` or `warmUp` to `exit` or `Ended`: who is there, what they send, what flows.
/// Every method is called on the session's thread, and every answer and event comes there.
public final class Room {
    /// `WARMING` and `WARM`: connected while it rings, before anybody is there. `HELD`: the place is kept, nothing
    /// flows.
    private enum Stage {
        NEW,
        WARMING,
        WARM,
        ENTERING,
        INSIDE,
        HELD,
        OUTSIDE
    }

    /// The invitation for which this room is warm.
    private record Warmth(InviteId inviteId, Adoption adoption) {}

    private final RoomWire wire;
    private final OwnMedia own;
    private final List<Consumer<RoomEvent>> listeners = new ArrayList<>(4);
    private final List<Runnable> offs = new ArrayList<>(2);
    private final Roll roll;
    private final MediaPath path;
    private final Outlets outlets;
    private final Statement statement;
    private final Gauge gauge;
    private final Door door;
    private Stage stage = Stage.NEW;
    private CompletableFuture<?> entering = CompletableFuture.completedFuture("");
    private @Nullable Warmth warmth;
    private boolean answered;
    private boolean agreed;

    public Room(RoomWire wire, OwnMedia own, MediaTools tools, RoomOptions options) {
        this.wire = wire;
        this.own = own;
        this.roll = new Roll(wire, this::emit);
        this.path = new MediaPath(wire, tools, options.giveUpAfter(), new Owner());
        this.outlets = new Outlets(path::link);
        this.statement = new Statement(wire, own, why -> emit(new RoomEvent.MediaRefused(why)));
        this.door = new Door(wire, path, statement, options);
        this.gauge = new Gauge(wire, new Figures(), this::emit);
    }

    /// Returns what takes the listener off again.
    public Runnable on(Consumer<RoomEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void emit(RoomEvent event) {
        List.copyOf(listeners).forEach(listener -> listener.accept(event));
    }

    public RoomId roomId() {
        return door.roomId();
    }

    public List<UserId> users() {
        return roll.users();
    }

    public MediaFlags sends(UserId user) {
        return roll.sends(user);
    }

    public boolean isConnected() {
        return path.isConnected();
    }

    public boolean isHeld() {
        return stage == Stage.HELD;
    }

    /// Since when there are two here, by the server's clock, if it says so.
    public Optional<Instant> together() {
        return roll.together();
    }

    /// The media connection there is now.
    public @Nullable Link link() {
        return path.link();
    }

    /// Whether something of this user should be coming: it is sent and wanted.
    public boolean awaits(UserId user) {
        MediaFlags sent = sends(user);
        ReceiveWish wish = statement.wish();
        return (sent.audio() && wish.audio())
                || (sent.video() && wish.video() != ReceiveWish.Video.NONE)
                || (sent.screen() && wish.screen());
    }

    /// The others' sound goes there from now on, on this and any later connection; null lets it go unheard.
    public void hear(@Nullable AudioSink sink) {
        outlets.hear(sink);
    }

    /// As [#hear], for the other's camera or screen.
    public void see(MediaKind place, @Nullable VideoSink sink) {
        outlets.see(place, sink);
    }

    /// No longer shown there, unless something else is by now.
    public void unsee(MediaKind place, VideoSink sink) {
        outlets.unsee(place, sink);
    }

    // While it rings

    /// Connects the media while the invitation rings. When it is accepted the server takes this device into the
    /// room, and `Entered` is told. Refused, it may be tried again, or `enter` used.
    public CompletableFuture<Result<Void>> warmUp(InviteId inviteId) {
        if (stage != Stage.NEW) {
            return CompletableFuture.completedFuture(enteredAlready());
        }
        warmth = new Warmth(inviteId, new Adoption(wire));
        answered = false;
        listen();
        CompletableFuture<Result<Void>> warming = warm(inviteId);
        entering = warming;
        return warming;
    }

    private CompletableFuture<Result<Void>> warm(InviteId inviteId) {
        stage = Stage.WARMING;
        return door.warmUp(inviteId).thenCompose(this::take).thenApply(this::warmed);
    }

    private CompletableFuture<Result<Void>> take(Result<Answered> answer) {
        Answered data = answer.data();
        return data == null || stage == Stage.OUTSIDE
                ? CompletableFuture.completedFuture(answer.bare())
                : path.answer(data.sdp());
    }

    private Result<Void> warmed(Result<Void> applied) {
        if (stage == Stage.OUTSIDE) {
            return MediaPath.left();
        }
        if (!applied.isOk()) {
            cool();
        } else if (stage == Stage.WARMING) {
            stage = Stage.WARM;
        }
        declare();
        return applied;
    }

    /// The server has lost us while it rang. A login answer that shows us in the room already is told in the same
    /// turn.
    private void warmAgain() {
        wire.run(() -> {
            if (stage == Stage.WARM && warmth != null) {
                Landing.letBe(warm(warmth.inviteId()));
            }
        });
    }

    private boolean isWarm() {
        return stage == Stage.WARMING || stage == Stage.WARM;
    }

    /// Not warm any more: the room has to be entered in the usual way.
    private void cool() {
        if (isWarm()) {
            stage = Stage.NEW;
            path.close();
            failAdoption();
        }
    }

    private void failAdoption() {
        if (warmth != null) {
            warmth.adoption().fail();
        }
    }

    private void adopt(ServerEvent.RoomEntered entry) {
        Duration elapsed = atLeastOneMilli(entry.elapsed());
        roll.together(entry.together());
        arrive(elapsed);
        send();
        settleIn(entry.users());
        if (path.isConnected()) {
            emit(new RoomEvent.Connected());
        }
        if (warmth != null) {
            warmth.adoption().succeed(elapsed);
        }
    }

    // Entering

    /// The data is the elapsed time.
    public CompletableFuture<Result<Duration>> enter() {
        if (warmth == null || answered) {
            return enterCold();
        }
        answered = true;
        agree();
        return warmth.adoption().await().thenCompose(this::adoptedOrCold);
    }

    private CompletableFuture<Result<Duration>> adoptedOrCold(Optional<Duration> elapsed) {
        if (elapsed.isPresent()) {
            return CompletableFuture.completedFuture(Result.done(elapsed.get()));
        }
        if (stage == Stage.OUTSIDE) {
            return CompletableFuture.completedFuture(MediaPath.left());
        }
        cool();
        return enterCold();
    }

    private CompletableFuture<Result<Duration>> enterCold() {
        if (stage != Stage.NEW) {
            return CompletableFuture.completedFuture(enteredAlready());
        }
        listen();
        return enterFrom(Stage.NEW, null);
    }

    private static <T> Result<T> enteredAlready() {
        return Result.refused(RoomCode.ENTER_ROOM_REFUSED, "This room was entered already.");
    }

    /// Back into a room on hold; the data is the elapsed time. Refused, it stays on hold.
    ///
    /// @param instead the room that this device is in meanwhile, which goes on hold; null when there is none
    public CompletableFuture<Result<Duration>> resume(@Nullable Room instead) {
        if (stage != Stage.HELD) {
            return CompletableFuture.completedFuture(Result.refused(Code.ROOM_NOT_FOUND, "This room is not on hold."));
        }
        return enterFrom(Stage.HELD, instead);
    }

    private CompletableFuture<Result<Duration>> enterFrom(Stage before, @Nullable Room instead) {
        stage = Stage.ENTERING;
        Instant begun = wire.now();
        CompletableFuture<Result<Entered>> entry = door.enter();
        entering = entry;
        return entry.thenCompose(answer -> cameIn(answer, before, instead, begun));
    }

    private CompletableFuture<Result<Duration>> cameIn(
            Result<Entered> answer, Stage before, @Nullable Room instead, Instant begun) {
        Entered entry = answer.data();
        if (stage == Stage.OUTSIDE) {
            return CompletableFuture.completedFuture(MediaPath.left());
        }
        if (entry == null) {
            refuseEntry(before);
            return CompletableFuture.completedFuture(answer.bare());
        }
        if (instead != null && instead.stage == Stage.INSIDE) {
            instead.rest();
        }
        // Inside from here on: what the server tells next must not be missed while the answer is being applied.
        Duration elapsed = atLeastOneMilli(Duration.between(begun, wire.now()));
        roll.together(entry.together());
        if (before == Stage.NEW) {
            arrive(elapsed);
        } else {
            stage = Stage.INSIDE;
        }
        settleIn(entry.users());
        return applied(entry).thenApply(good -> good.isOk() ? Result.done(elapsed) : good.bare());
    }

    private void refuseEntry(Stage before) {
        if (before == Stage.NEW) {
            release();
        } else {
            rest();
        }
    }

    private void arrive(Duration elapsed) {
        stage = Stage.INSIDE;
        emit(new RoomEvent.Entered(elapsed));
    }

    private void settleIn(List<RoomUser> users) {
        declare();
        roll.meet(users, Company.Absent.GONE);
        gauge.start();
        // An entry is not refused for a screen: the server leaves ours out.
        if (own.flags().screen()
                && users().stream().anyMatch(user -> sends(user).screen())) {
            emit(new RoomEvent.MediaRefused(
                    Result.refused(RoomCode.SCREEN_TAKEN, "The other one already shares a screen.")));
        }
    }

    private CompletableFuture<Result<Void>> applied(Entered entry) {
        return path.answer(entry.sdp()).thenApply(good -> {
            if (!good.isOk()) {
                end(new RoomEnd.Lost(good));
            }
            return good;
        });
    }

    private static Duration atLeastOneMilli(Duration elapsed) {
        Duration least = Duration.ofMillis(1);
        return elapsed.compareTo(least) < 0 ? least : elapsed;
    }

    // Leaving

    /// Leaves for good; done once the server knows, which may say when that was. An entry under way is let happen
    /// first: a server drops one that is overtaken without a word.
    public CompletableFuture<Result<Exited>> exit() {
        Stage before = stage;
        if (before != Stage.OUTSIDE) {
            release();
        }
        if (before == Stage.OUTSIDE || before == Stage.NEW) {
            return CompletableFuture.completedFuture(Result.done(new Exited(null)));
        }
        boolean underway = before == Stage.ENTERING || before == Stage.WARMING;
        CompletableFuture<?> first = underway ? entering : CompletableFuture.completedFuture("");
        return first.thenCompose(entered -> door.exit(before == Stage.HELD));
    }

    /// Keeps the place here, so that another room can be entered; nothing is sent or received.
    public CompletableFuture<Result<Void>> hold() {
        if (stage != Stage.INSIDE) {
            return CompletableFuture.completedFuture(Result.refused(Code.ROOM_NOT_FOUND, "You are not in this room."));
        }
        return door.hold().thenApply(answer -> {
            if (answer.isOk() && stage == Stage.INSIDE) {
                rest();
            }
            return answer.bare();
        });
    }

    private void rest() {
        stage = Stage.HELD;
        stop();
    }

    private void end(RoomEnd end) {
        Stage before = stage;
        if (before == Stage.OUTSIDE) {
            return;
        }
        release();
        // The server may still hold us, and the other side wait.
        if (end instanceof RoomEnd.Lost) {
            Landing.letBe(door.exit(before == Stage.HELD));
        }
        emit(new RoomEvent.Ended(end));
    }

    private void stop() {
        gauge.stop();
        path.close();
    }

    private void release() {
        stage = Stage.OUTSIDE;
        offs.forEach(Runnable::run);
        offs.clear();
        roll.close();
        stop();
        failAdoption();
    }

    // What is sent and wanted

    /// What this device wants of the others from now on; said again after each entry.
    public void setReceive(ReceiveWish wanted) {
        statement.wish(wanted);
        declare();
    }

    /// Says something to the others beside the media; false outside the room.
    public boolean command(ClientRequest.SendCustomCmd command) {
        if (stage != Stage.INSIDE) {
            return false;
        }
        Landing.letBe(wire.request(command, Nothing.class::cast));
        return true;
    }

    /// Counts with the next entry or re-entry.
    public void setPrivateMapKey(String key) {
        door.setPrivateMapKey(key);
    }

    /// The person has agreed to be heard and seen: what was withheld is sent from now on.
    public void agree() {
        if (isWithheld()) {
            agreed = true;
            send();
        }
    }

    private boolean isWithheld() {
        return door.withholds() && isWarm() && !agreed;
    }

    private void send() {
        Link link = link();
        if (link != null) {
            link.send(isWithheld() ? Outgoing.NOTHING : own.outgoing());
        }
        declare();
    }

    private void declare() {
        if (stage == Stage.INSIDE || stage == Stage.WARM) {
            statement.make();
        }
    }

    // What is heard

    private void listen() {
        if (!offs.isEmpty()) {
            return;
        }
        offs.add(wire.listen(new RoomWire.Listener() {
            @Override
            public void notice(Notice notice) {
                take(notice);
            }

            @Override
            public void online() {
                warmAgain();
            }

            @Override
            public void networkChanged() {
                path.networkChanged();
            }
        }));
        offs.add(own.onChange(this::send));
    }

    private void take(Notice notice) {
        switch (notice) {
            case Notice.Told(ServerEvent event) -> take(event);
            case Notice.RoomLost(RoomId lost) -> {
                if (lost.equals(roomId())) {
                    lose();
                }
            }
        }
    }

    /// What happens in a room on hold is told with its name, what happens in the current one without.
    private void take(ServerEvent event) {
        boolean inside = stage == Stage.INSIDE;
        switch (event) {
            case ServerEvent.RoomEntered entry when isWarm() -> adopt(entry);
            // Somebody else has taken the place: entering will tell who may.
            case ServerEvent.RoomExited exited when isWarm() -> cool();
            case ServerEvent.InHeldRoom held
            when (inside || isHeld()) && held.roomId().equals(roomId()) -> takeInside(held.news());
            case ServerEvent.RoomNews news when inside -> takeInside(news);
            case ServerEvent.NetworkQuality quality when inside -> gauge.hear(quality);
            default -> {
                // Of other rooms, or of none.
            }
        }
    }

    private void takeInside(ServerEvent.RoomNews news) {
        switch (news) {
            case ServerEvent.CustomCmd command -> emit(new RoomEvent.CommandReceived(command));
            case ServerEvent.RoomExited(ExitReason reason) ->
                end(
                        switch (reason) {
                            case KICKED -> new RoomEnd.Kicked();
                            case DISSOLVED -> new RoomEnd.Dissolved();
                        });
            case ServerEvent.UserEntered entered -> roll.take(entered);
            case ServerEvent.UserLeft left -> roll.take(left);
            case ServerEvent.UserHeld held -> roll.take(held);
            case ServerEvent.MediaChanged changed -> roll.take(changed);
        }
    }

    private void lose() {
        if (stage == Stage.INSIDE) {
            reenter();
        } else if (stage == Stage.HELD) {
            end(new RoomEnd.Lost(Result.refused(Code.ROOM_NOT_FOUND, "The server has lost the room on hold.")));
        }
    }

    /// The server has lost us: a new connection in the same room.
    private void reenter() {
        if (stage == Stage.INSIDE && !path.isNegotiating()) {
            Landing.then(door.enter(), this::reentered);
        }
    }

    private void reentered(Result<Entered> answer) {
        if (stage != Stage.INSIDE) {
            return;
        }
        Entered entry = answer.data();
        if (entry == null) {
            end(new RoomEnd.Lost(answer.bare()));
            return;
        }
        declare();
        roll.meet(entry.users(), Company.Absent.AWAITED);
        Landing.letBe(applied(entry));
    }

    /// What becomes of the media.
    private final class Owner implements MediaPath.Owner {
        @Override
        public void opened(Link link) {
            outlets.equip(link);
            send();
            emit(new RoomEvent.Linked());
        }

        @Override
        public void fares(RoomEvent event) {
            if (stage == Stage.INSIDE) {
                emit(event);
            }
        }

        @Override
        public void forgotten() {
            if (stage == Stage.WARM) {
                warmAgain();
            } else {
                reenter();
            }
        }

        @Override
        public void gaveUp(Result<Void> why) {
            if (stage == Stage.INSIDE) {
                end(new RoomEnd.Lost(why));
            } else {
                cool();
            }
        }
    }

    /// What the gauge looks at.
    private final class Figures implements Gauge.Gauged {
        @Override
        public @Nullable Link link() {
            return path.link();
        }

        @Override
        public boolean isConnected() {
            return path.isConnected();
        }

        @Override
        public List<UserId> users() {
            return roll.users();
        }

        @Override
        public boolean awaits(UserId user) {
            return Room.this.awaits(user);
        }
    }
}
