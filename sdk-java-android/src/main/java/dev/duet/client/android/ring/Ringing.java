// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.ring;

import dev.duet.client.android.ring.RingState.Rings;
import dev.duet.client.android.ring.RingState.Still;
import dev.duet.client.android.ring.RingState.Talks;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The calls that ring on this phone: one at a time is heard, each until it is answered, over, or its time has
/// come. A call that was over once never rings again, however late its push comes. One owner.
public final class Ringing {
    /// So many ended calls are remembered; pushes are rarely later than the call after the next.
    private static final int REMEMBERED = 64;

    private final Deque<String> ended = new ArrayDeque<>();
    private RingState state = new Still();

    /// What must happen, in order.
    public List<RingEffect> handle(RingInput input, Instant now) {
        List<RingEffect> effects = new ArrayList<>(4);
        switch (input) {
            case RingInput.Told(IncomingCall call) -> told(call, now, effects);
            case RingInput.Over(String id) -> over(id, now, effects);
            case RingInput.Accepted(String id) ->
                talk(id, now, effects).ifPresent(call -> effects.add(new RingEffect.Accept(call)));
            case RingInput.Joined(String id) -> {
                Optional<IncomingCall> unused = talk(id, now, effects);
            }
            case RingInput.Declined(String id) -> declined(id, now, effects);
            case RingInput.HungUp(String id) -> hungUp(id, effects);
            case RingInput.Hushed() -> effects.add(new RingEffect.Hush());
            case RingInput.Woken() -> woken(now, effects);
        }
        return effects;
    }

    private void told(IncomingCall call, Instant now, List<RingEffect> effects) {
        if (ended.contains(call.inviteID()) || !call.until().isAfter(now)) {
            return;
        }
        switch (state) {
            case Still() -> ring(List.of(call), effects);
            case Rings rings -> toldWhileRinging(rings, call, effects);
            // The server refuses a second call as busy, or the app shows it as one that waits.
            case Talks(var talking) -> {}
        }
    }

    private void toldWhileRinging(Rings rings, IncomingCall call, List<RingEffect> effects) {
        List<IncomingCall> calls = new ArrayList<>(rings.calls());
        int at = indexOf(calls, call.inviteID());
        if (at < 0) {
            calls.add(call);
        } else {
            calls.set(at, calls.get(at).and(call));
        }
        Rings next = new Rings(calls);
        state = next;
        if (!next.first().equals(rings.first())) {
            effects.add(new RingEffect.ShowRinging(next.first()));
            effects.add(new RingEffect.Wake(next.first().until()));
        }
    }

    private void over(String id, Instant now, List<RingEffect> effects) {
        switch (state) {
            case Still() -> {}
            case Rings rings ->
                leave(rings, id, now, effects).ifPresent(call -> effects.add(new RingEffect.Missed(call)));
            case Talks(var call) -> {
                if (call.inviteID().equals(id)) {
                    rest(effects);
                }
            }
        }
        remember(id);
    }

    private Optional<IncomingCall> talk(String id, Instant now, List<RingEffect> effects) {
        if (!(state instanceof Rings rings) || indexOf(rings.calls(), id) < 0) {
            return Optional.empty();
        }
        IncomingCall call = rings.calls().get(indexOf(rings.calls(), id));
        if (!call.until().isAfter(now)) {
            over(id, now, effects);
            return Optional.empty();
        }
        rings.calls().forEach(each -> remember(each.inviteID()));
        state = new Talks(call);
        effects.add(new RingEffect.Hush());
        effects.add(new RingEffect.ShowTalking(call));
        return Optional.of(call);
    }

    private void declined(String id, Instant now, List<RingEffect> effects) {
        if (state instanceof Rings rings) {
            leave(rings, id, now, effects).ifPresent(call -> effects.add(new RingEffect.Decline(call)));
        }
    }

    private void hungUp(String id, List<RingEffect> effects) {
        if (state instanceof Talks(IncomingCall call) && call.inviteID().equals(id)) {
            effects.add(new RingEffect.HangUp(call));
            rest(effects);
        }
    }

    private void woken(Instant now, List<RingEffect> effects) {
        if (state instanceof Rings rings) {
            IncomingCall first = rings.first();
            if (first.until().isAfter(now)) {
                effects.add(new RingEffect.Wake(first.until()));
            } else {
                over(first.inviteID(), now, effects);
            }
        }
    }

    /// Takes a call out of those that ring; when it was the first, the next one rings.
    private Optional<IncomingCall> leave(Rings rings, String id, Instant now, List<RingEffect> effects) {
        int at = indexOf(rings.calls(), id);
        if (at < 0) {
            return Optional.empty();
        }
        remember(id);
        List<IncomingCall> left = new ArrayList<>(rings.calls());
        IncomingCall gone = left.remove(at);
        left.removeIf(each -> !each.until().isAfter(now));
        if (left.isEmpty()) {
            effects.add(new RingEffect.Hush());
            rest(effects);
        } else if (at == 0) {
            ring(left, effects);
        } else {
            state = new Rings(left);
        }
        return Optional.of(gone);
    }

    private void ring(List<IncomingCall> calls, List<RingEffect> effects) {
        Rings rings = new Rings(calls);
        state = rings;
        effects.add(new RingEffect.ShowRinging(rings.first()));
        effects.add(new RingEffect.Sound());
        effects.add(new RingEffect.Wake(rings.first().until()));
    }

    private void rest(List<RingEffect> effects) {
        state = new Still();
        effects.add(new RingEffect.Rest());
    }

    private void remember(String id) {
        if (!ended.contains(id)) {
            ended.addLast(id);
            if (ended.size() > REMEMBERED) {
                ended.removeFirst();
            }
        }
    }

    private static int indexOf(List<IncomingCall> calls, String id) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).inviteID().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
