// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.RoomWire;
import dev.duet.client.call.machine.CallEffect;
import dev.duet.client.call.machine.CallEvent;
import dev.duet.client.call.machine.CallMachine;
import dev.duet.client.call.machine.Parties;
import dev.duet.client.call.machine.Stage;
import dev.duet.client.call.machine.Step;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// The call machine with its alarm, and the inputs that came while one is handled.
final class Progress {

    /// What becomes of it.
    interface Owner {
        void carryOut(CallEffect effect);

        /// It stands elsewhere now; the effects were carried out.
        void moved(Stage before, Stage now, List<CallEffect> effects);
    }

    private final RoomWire wire;
    private final Parties parties;
    private final Owner owner;
    private final Queue<CallEvent> inbox = new ArrayDeque<>(2);
    private Stage stage;
    private boolean busy;
    private Runnable alarmOff = () -> {};

    Progress(RoomWire wire, Parties parties, Stage first, Owner owner) {
        this.wire = wire;
        this.parties = parties;
        this.stage = first;
        this.owner = owner;
    }

    Stage stage() {
        return stage;
    }

    boolean isOver() {
        return stage instanceof Stage.Ended;
    }

    /// From now on time counts.
    void begin() {
        rearm();
    }

    /// What is told while effects are carried out waits until all of them are.
    void feed(CallEvent event) {
        inbox.add(event);
        if (busy) {
            return;
        }
        busy = true;
        try {
            for (CallEvent next = inbox.poll(); next != null; next = inbox.poll()) {
                take(next);
            }
        } finally {
            busy = false;
        }
    }

    private void take(CallEvent event) {
        Stage before = stage;
        Step step = CallMachine.advance(before, event, parties, wire.now());
        stage = step.stage();
        rearm();
        step.effects().forEach(owner::carryOut);
        if (!stage.equals(before)) {
            owner.moved(before, stage, step.effects());
        }
    }

    private void rearm() {
        alarmOff.run();
        alarmOff = stage.wakeAt()
                .map(at -> wire.wake(at, () -> feed(new CallEvent.Wake())))
                .orElse(() -> {});
    }
}
