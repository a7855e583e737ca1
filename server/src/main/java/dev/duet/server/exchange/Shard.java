// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import dev.duet.call.switchboard.Command;
import dev.duet.call.switchboard.Switchboard;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.Ack;
import dev.duet.id.AppId;
import dev.duet.id.LoginId;
import dev.duet.server.watch.Gauges;
import java.time.Clock;
import java.time.Duration;

/// One switchboard in its mailbox, with its lines.
final class Shard implements AutoCloseable {
    private final Clock clock;
    private final Gauges gauges;
    private final Switchboard switchboard;
    private final Mailbox mailbox;
    private final Lines lines = new Lines();
    private final EffectRunner runner;

    Shard(AppId app, Switchboard switchboard, int capacity, Outside outside, RoomMedia media, Gauges gauges) {
        this.clock = outside.clock();
        this.gauges = gauges;
        this.switchboard = switchboard;
        this.mailbox = new Mailbox("calls-" + app, capacity, clock, this::wake);
        this.runner = new EffectRunner(app, lines, media, outside, gauges, mailbox::wakeAt, this::post);
    }

    void open() {
        mailbox.open();
    }

    boolean logIn(Command.LogIn command, DeviceLine line) {
        long asked = System.nanoTime();
        return mailbox.offer(() -> {
            lines.add(command.login(), line);
            decide(command, asked);
        });
    }

    boolean ask(Command.Ask command) {
        long asked = System.nanoTime();
        return mailbox.offer(() -> decide(command, asked));
    }

    void lost(LoginId login) {
        mailbox.post(() -> {
            lines.forget(login);
            handle(new Command.SocketLost(login));
        });
    }

    /// Something that happened and must not be lost.
    void post(Command command) {
        mailbox.post(() -> handle(command));
    }

    private void decide(Command command, long askedNanos) {
        try {
            handle(command);
        } catch (RuntimeException e) {
            apologise(command);
            throw e;
        } finally {
            gauges.decided(Duration.ofNanos(System.nanoTime() - askedNanos));
        }
    }

    private void handle(Command command) {
        runner.carryOut(switchboard.handle(command, clock.instant()));
    }

    private void wake() {
        runner.carryOut(switchboard.wake(clock.instant()));
    }

    private void apologise(Command command) {
        switch (command) {
            case Command.LogIn c ->
                lines.to(
                        c.login(), line -> line.answer(new Ack.Refused(c.requestId(), Refusal.of(ErrorCode.INTERNAL))));
            case Command.Ask c ->
                lines.to(
                        c.login(),
                        line -> line.answer(new Ack.Refused(c.request().id(), Refusal.of(ErrorCode.INTERNAL))));
            default -> {}
        }
    }

    Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public void close() {
        mailbox.close();
    }
}
