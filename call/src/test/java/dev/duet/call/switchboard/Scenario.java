// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.call.ledger.CallEvent;
import dev.duet.frame.Platform;
import dev.duet.id.UserId;
import dev.duet.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A switchboard with phones on it, in time that a test moves. Wake-ups are honoured; the media answers every offer at
/// once unless it is held.
final class Scenario {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final ManualTime time = new ManualTime(START);
    final Switchboard switchboard;
    final List<Effect> effects = new ArrayList<>();
    final List<Offer> heldOffers = new ArrayList<>();
    private final List<Phone> phones = new ArrayList<>();
    private boolean mediaHeld;
    private @Nullable Instant wakeAt;

    Scenario() {
        this(AppPolicy.DEFAULT);
    }

    Scenario(AppPolicy policy) {
        this.switchboard = new Switchboard(policy, RandomGenerator.of("L64X128MixRandom"));
    }

    /// A browser of this user, logged in.
    Phone phone(String user, String device) {
        return phone(user, device, Platform.WEB);
    }

    Phone phone(String user, String device, Platform platform) {
        Phone phone = new Phone(this, new UserId(user), device, platform);
        phones.add(phone);
        phone.logIn();
        return phone;
    }

    void holdMedia() {
        mediaHeld = true;
    }

    void releaseMedia(MediaAnswer answer) {
        mediaHeld = false;
        List<Offer> offers = List.copyOf(heldOffers);
        heldOffers.clear();
        offers.forEach(offer -> handle(new Command.Negotiated(offer.login(), offer.request(), answer)));
    }

    Instant now() {
        return time.instant();
    }

    /// What follows from the command at once, the media's answers included.
    void handle(Command command) {
        carryOut(switchboard.handle(command, now()));
    }

    /// Lets time pass, waking the switchboard whenever it asked for it.
    void pass(Duration duration) {
        Instant end = now().plus(duration);
        while (wakeAt != null && !wakeAt.isAfter(end)) {
            if (wakeAt.isAfter(now())) {
                time.advance(Duration.between(now(), wakeAt));
            }
            wakeAt = null;
            carryOut(switchboard.wake(now()));
        }
        time.advance(Duration.between(now(), end));
    }

    List<CallEvent> journal() {
        return effects.stream()
                .filter(Effect.Journal.class::isInstance)
                .map(effect -> ((Effect.Journal) effect).event())
                .toList();
    }

    <T extends Effect> List<T> effects(Class<T> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void carryOut(List<Effect> next) {
        effects.addAll(next);
        List<Command> answers = new ArrayList<>();
        for (Effect effect : next) {
            phones.forEach(phone -> phone.receive(effect));
            if (effect instanceof Effect.WakeAt(var at)) {
                wakeAt = at;
            }
            Offer.in(effect).ifPresent(offer -> {
                if (mediaHeld) {
                    heldOffers.add(offer);
                } else {
                    answers.add(offer.answered());
                }
            });
        }
        answers.forEach(this::handle);
    }
}
