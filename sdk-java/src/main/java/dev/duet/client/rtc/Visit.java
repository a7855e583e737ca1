// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc;

import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.course.RoomCode;
import dev.duet.client.course.RoomEnd;
import dev.duet.client.course.RoomEvent;
import dev.duet.client.rtc.desk.Desk;
import dev.duet.client.rtc.desk.SessionSource.Lease;
import dev.duet.client.rtc.rule.Entry;
import dev.duet.client.rtc.rule.EntryCheck;
import dev.duet.client.rtc.rule.Login;
import dev.duet.client.rtc.type.RtcAppScene;
import dev.duet.client.rtc.type.RtcParams;
import dev.duet.client.rtc.type.RtcSwitchRoomConfig;
import dev.duet.client.stay.Landing;
import dev.duet.client.stay.Room;
import dev.duet.client.stay.RoomOptions;
import dev.duet.frame.Scene;
import dev.duet.id.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The pairs of enterRoom and exitRoom, one room at a time.
final class Visit {
    /// How long the guide's clients try to get back into a room.
    private static final Duration GIVE_UP = Duration.ofMinutes(30);
    /// How long a server is waited for before one counts as out; it is told all the same once it can be.
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final int BY_ONESELF = 0;
    private static final int KICKED = 1;
    private static final int DISSOLVED = 2;

    private static final Result<Void> LEFT_MEANWHILE =
            Result.refused(RoomCode.ENTER_ROOM_FAILED, "The room was left meanwhile.");

    /// A room is entered, failed to be entered, or left; after a failed entry it has to be left, too.
    private enum Stage {
        IDLE,
        ENTERING,
        INSIDE,
        FAILED,
        LEAVING
    }

    /// Who listens to what happens around a room.
    interface Around {
        /// A room that is about to be entered: time to listen to it.
        void opened(Room room);

        /// What was heard and shown there is over; `forGood` unless another room is entered at once.
        void left(boolean forGood);
    }

    private final Desk desk;
    private final Around around;
    private Stage stage = Stage.IDLE;
    private Scene scene = Scene.VIDEO_CALL;
    private @Nullable Lease lease;
    private @Nullable Entry entry;
    private @Nullable Room current;
    private Runnable unwatch = () -> {};
    /// Counted up by whatever makes an entry under way worthless.
    private int turn;

    Visit(Desk desk, Around around) {
        this.desk = desk;
        this.around = around;
    }

    Optional<Room> room() {
        return Optional.ofNullable(current);
    }

    /// Whether an exitRoom is due.
    boolean isOpen() {
        return stage != Stage.IDLE && stage != Stage.LEAVING;
    }

    void enter(@Nullable RtcParams params, RtcAppScene appScene) {
        if (stage != Stage.IDLE) {
            refuse(RoomCode.ENTER_ROOM_REFUSED, "Call exitRoom, and wait for onExitRoom, before entering again.");
            return;
        }
        Result<Entry> checked = EntryCheck.of(params);
        Entry wanted = checked.data();
        if (wanted == null) {
            stage = Stage.FAILED;
            refuse(checked.code(), checked.desc());
            return;
        }
        stage = Stage.ENTERING;
        entry = wanted;
        boolean heard = appScene == RtcAppScene.AUDIO_CALL || appScene == RtcAppScene.VOICE_CHAT_ROOM;
        scene = heard ? Scene.AUDIO_CALL : Scene.VIDEO_CALL;
        signInAndEnter(wanted);
    }

    private void signInAndEnter(Entry wanted) {
        int mine = ++turn;
        Instant begun = desk.sessions().now();
        Lease held = desk.sessions().acquire(wanted.login());
        lease = held;
        CompletableFuture<Result<Void>> entered = held.signedIn()
                .thenCompose(signedIn -> turn != mine || !signedIn.isOk()
                        ? CompletableFuture.completedFuture(signedIn)
                        : open(held, wanted, begun).enter().thenApply(Result::bare));
        Landing.then(entered, outcome -> {
            if (turn == mine && !outcome.isOk()) {
                stage = Stage.FAILED;
                refuse(EntryCheck.entryCode(outcome.code()), outcome.desc());
            }
        });
    }

    private Room open(Lease held, Entry wanted, Instant begun) {
        String key = wanted.privateMapKey();
        RoomOptions options = RoomOptions.of(wanted.room(), scene, GIVE_UP)
                .withUserSig(wanted.login().userSig())
                .withPrivateMapKey(key.isEmpty() ? null : key);
        Room room = new Room(held.wire(), desk.media(), desk.tools(), options);
        current = room;
        room.on(event -> {
            switch (event) {
                case RoomEvent.Entered entered -> entered(begun);
                case RoomEvent.Ended(RoomEnd end) -> ended(room, end);
                default -> {
                    // The others' matter.
                }
            }
        });
        unwatch.run();
        unwatch = held.wire().listen(new RoomWire.Listener() {
            @Override
            public void over() {
                ended(room, new RoomEnd.Kicked());
            }
        });
        around.opened(room);
        return room;
    }

    private void entered(Instant begun) {
        if (stage == Stage.ENTERING) {
            stage = Stage.INSIDE;
            long millis = Duration.between(begun, desk.sessions().now()).toMillis();
            desk.tell(listener -> listener.onEnterRoom((int) Math.max(1, millis)));
        }
    }

    private void refuse(int code, String desc) {
        desk.tell(listener -> listener.onEnterRoom(code));
        desk.error(code, desc);
    }

    void exit() {
        switch (stage) {
            case LEAVING -> {}
            case IDLE -> desk.warn(RoomCode.REFUSED, "You are in no room: exitRoom follows enterRoom.");
            case ENTERING, INSIDE, FAILED -> leave(BY_ONESELF);
        }
    }

    private void ended(Room room, RoomEnd end) {
        if (!Objects.equals(current, room) || stage == Stage.LEAVING) {
            return;
        }
        if (end instanceof RoomEnd.Lost(Result<Void> why)) {
            desk.error(RoomCode.ENTER_ROOM_FAILED, why.desc());
        }
        leave(end instanceof RoomEnd.Kicked ? KICKED : DISSOLVED);
    }

    private void leave(int reason) {
        stage = Stage.LEAVING;
        turn += 1;
        unwatch.run();
        Optional<Room> room = room();
        Optional<Lease> held = Optional.ofNullable(lease);
        around.left(true);
        current = null;
        lease = null;
        desk.media().closeAll();
        CompletableFuture<Boolean> out = new CompletableFuture<>();
        Runnable callOff = desk.wakeIn(FAREWELL, () -> out.complete(false));
        Landing.then(farewell(room, held), told -> out.complete(true));
        Landing.then(out, inTime -> {
            callOff.run();
            stage = Stage.IDLE;
            desk.tell(listener -> listener.onExitRoom(reason));
        });
    }

    private CompletableFuture<Boolean> farewell(Optional<Room> room, Optional<Lease> held) {
        CompletableFuture<Boolean> out =
                room.map(left -> left.exit().thenApply(told -> true)).orElse(CompletableFuture.completedFuture(true));
        CompletableFuture<Boolean> gone = new CompletableFuture<>();
        Landing.then(out, left -> release(held, gone));
        return gone;
    }

    /// The lease may let go on another thread.
    private void release(Optional<Lease> held, CompletableFuture<Boolean> gone) {
        CompletableFuture<?> let =
                held.<CompletableFuture<?>>map(Lease::release).orElse(CompletableFuture.completedFuture(true));
        Landing.letBe(let.handle((done, fault) -> {
            desk.sessions().run(() -> gone.complete(true));
            return true;
        }));
    }

    /// Moves to another room; devices stay on. Where that fails, back to the one there was.
    void switchTo(@Nullable RtcSwitchRoomConfig config) {
        Landing.then(trySwitch(config), answer -> {
            String desc = answer.isOk() ? "" : answer.desc();
            desk.tell(listener -> listener.onSwitchRoom(answer.code(), desc));
        });
    }

    private CompletableFuture<Result<Void>> trySwitch(@Nullable RtcSwitchRoomConfig config) {
        Lease held = lease;
        Entry before = entry;
        if (stage != Stage.INSIDE || current == null || held == null || before == null) {
            return CompletableFuture.completedFuture(
                    Result.refused(RoomCode.REFUSED, "You are in no room: switchRoom follows onEnterRoom."));
        }
        Result<RoomId> room = EntryCheck.of(config);
        RoomId name = room.data();
        if (name == null || config == null) {
            return CompletableFuture.completedFuture(room.bare());
        }
        int mine = ++turn;
        return move(held, wanted(before, config, name)).thenCompose(entered -> {
            if (turn != mine) {
                return CompletableFuture.completedFuture(LEFT_MEANWHILE);
            }
            return entered.isOk()
                    ? CompletableFuture.completedFuture(entered)
                    : goBack(held, before, mine)
                            .thenApply(back -> Result.refused(EntryCheck.entryCode(entered.code()), entered.desc()));
        });
    }

    private static Entry wanted(Entry before, RtcSwitchRoomConfig config, RoomId name) {
        Login login =
                config.userSig().isEmpty() ? before.login() : before.login().withUserSig(config.userSig());
        String key = config.privateMapKey().isEmpty() ? before.privateMapKey() : config.privateMapKey();
        return new Entry(login, name, key);
    }

    private CompletableFuture<Result<Void>> goBack(Lease held, Entry before, int mine) {
        return move(held, before).thenApply(back -> {
            if (turn == mine && !back.isOk()) {
                desk.error(RoomCode.ENTER_ROOM_FAILED, back.desc());
                leave(DISSOLVED);
            }
            return back;
        });
    }

    private CompletableFuture<Result<Void>> move(Lease held, Entry wanted) {
        Optional<Room> left = room();
        current = null;
        around.left(false);
        CompletableFuture<Result<Void>> out = left.map(former -> former.exit().thenApply(told -> told.<Void>bare()))
                .orElse(CompletableFuture.completedFuture(Result.done()));
        return out.thenCompose(gone -> {
            if (!Objects.equals(lease, held)) {
                return CompletableFuture.completedFuture(LEFT_MEANWHILE);
            }
            entry = wanted;
            return open(held, wanted, desk.sessions().now()).enter().thenApply(Result::bare);
        });
    }

    /// Counts with the next entry or re-entry.
    void setPrivateMapKey(String key) {
        if (entry != null) {
            entry = new Entry(entry.login(), entry.room(), key);
        }
        room().ifPresent(room -> room.setPrivateMapKey(key));
    }
}
