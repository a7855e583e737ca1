// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import dev.duet.media.stun.Integrity;
import dev.duet.media.stun.StunAttribute;
import dev.duet.media.stun.StunMessage;
import dev.duet.media.stun.TransactionId;
import dev.duet.media.wire.Outbound;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The controlling side of ICE against a lite agent, on one socket of the shell's: it checks the remote candidates, the
/// best first, nominates the first that answers, and keeps the consent alive (RFC 8445 sections 6 to 8, RFC 7675).
///
/// Every check is a new transaction instead of a retransmission, so that an answer tells which try it belongs to.
/// Checks on the nominated path carry USE-CANDIDATE for as long as the path lives, so a lite agent follows when our
/// address changes.
public final class IceDriver {
    /// RFC 8445 section 14.2.
    private static final long PACE_NANOS = Duration.ofMillis(50).toNanos();

    /// First wait for an answer, doubled up to the longest: RFC 8445 section 14.3 sets 500 ms as the least for a
    /// retransmission, but a lite agent answers at once and the checks of a call's set-up are worth more than their
    /// bytes.
    private static final long FIRST_WAIT_NANOS = Duration.ofMillis(200).toNanos();

    private static final long LONGEST_WAIT_NANOS = Duration.ofMillis(1600).toNanos();

    /// An unanswered consent check is tried again sooner than RFC 7675 section 5.1 says: at 30 % loss six in a row get
    /// lost within minutes, and the call with them.
    private static final long UNANSWERED_CONSENT_NANOS = Duration.ofSeconds(1).toNanos();

    /// Checks whose answer may still come: three seconds' worth at the pace.
    private static final int REMEMBERED_CHECKS = 64;

    /// RFC 8445 section 5.1.2.2: 110 for peer-reflexive candidates, the best local preference, component 1.
    private static final long PRIORITY = (110L << 24) | (0xffffL << 8) | 255;

    private final IceSettings settings;
    private final RandomGenerator random;
    private final long tieBreaker;
    private final Consent consent;
    private final List<Pair> pairs = new ArrayList<>();
    private final Map<TransactionId, Check> asked = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TransactionId, Check> eldest) {
            return size() > REMEMBERED_CHECKS;
        }
    };

    private String username;
    private Integrity key;
    private IceState state = new IceState.Waiting();
    private @Nullable InetSocketAddress path;

    /// The pair that is being nominated, or is.
    private @Nullable Pair chosen;

    /// Whether the nomination has been answered.
    private boolean confirmed;
    private long nextCheckNanos;

    /// @param nowNanos checks start with the first [#wake]
    public IceDriver(
            Credentials local,
            Credentials remote,
            List<Candidate> candidates,
            IceSettings settings,
            RandomGenerator random,
            long nowNanos) {
        this.settings = settings;
        this.random = random;
        this.tieBreaker = random.nextLong();
        this.consent = new Consent(settings.consentExpiry(), nowNanos);
        this.username = remote.ufrag() + ":" + local.ufrag();
        this.key = Integrity.ofPassword(remote.password());
        this.nextCheckNanos = nowNanos;
        takeCandidates(candidates, nowNanos);
    }

    /// Sends the checks that are due. Safe to call at any time.
    public void wake(long nowNanos, Outbound out) {
        if (state instanceof IceState.Lost) {
            return;
        }
        if (consent.expired(nowNanos)) {
            state = new IceState.Lost();
            path = null;
            return;
        }
        if (nowNanos - nextCheckNanos >= 0) {
            checkNext(nowNanos, out);
        }
        out.wakeAt(nextCheckNanos - consent.deadlineNanos() < 0 ? nextCheckNanos : consent.deadlineNanos());
    }

    /// Handles one STUN datagram, whose bytes between position and limit stay unread.
    public IceVerdict receive(ByteBuffer datagram, InetSocketAddress from, long nowNanos, Outbound out) {
        Optional<StunMessage> parsed = StunMessage.parse(datagram);
        if (parsed.isEmpty()) {
            return IceVerdict.MALFORMED;
        }
        StunMessage answer = parsed.get();
        if (answer.kind() != StunMessage.Kind.SUCCESS && answer.kind() != StunMessage.Kind.ERROR) {
            return IceVerdict.UNEXPECTED_KIND;
        }
        if (state instanceof IceState.Lost) {
            return IceVerdict.EXPIRED;
        }
        Check check = asked.get(answer.id());
        if (check == null) {
            return IceVerdict.UNKNOWN_TRANSACTION;
        }
        if (!answer.isProvenBy(key)) {
            return IceVerdict.WRONG_KEY;
        }
        if (!check.pair.remote.equals(from)) {
            return IceVerdict.WRONG_SOURCE;
        }
        asked.remove(answer.id());
        if (answer.kind() == StunMessage.Kind.ERROR) {
            return refusal(answer);
        }
        consent.renew(nowNanos);
        return chosen == null ? nominate(check.pair, nowNanos, out) : confirm(check, nowNanos);
    }

    /// Starts over with new credentials of both sides (RFC 8445 section 9); media stays on the old path until a new one
    /// is nominated.
    public void restart(
            Credentials newLocal, Credentials newRemote, List<Candidate> candidates, long nowNanos, Outbound out) {
        username = newRemote.ufrag() + ":" + newLocal.ufrag();
        key = Integrity.ofPassword(newRemote.password());
        asked.clear();
        chosen = null;
        confirmed = false;
        if (state instanceof IceState.Lost) {
            state = new IceState.Waiting();
        }
        takeCandidates(candidates, nowNanos);
        consent.renew(nowNanos);
        nextCheckNanos = nowNanos;
        wake(nowNanos, out);
    }

    /// The socket is bound to another address now: nominates again at once, so that the peer's media follows.
    public void localAddressChanged(long nowNanos, Outbound out) {
        nextCheckNanos = nowNanos;
        wake(nowNanos, out);
    }

    public IceState state() {
        return state;
    }

    private void takeCandidates(List<Candidate> candidates, long nowNanos) {
        pairs.clear();
        candidates.stream()
                .filter(candidate -> candidate.transport() == Candidate.Transport.UDP)
                .sorted(Comparator.comparingLong(Candidate::priority).reversed())
                .flatMap(candidate -> candidate.address().stream())
                .distinct()
                .forEach(address -> pairs.add(new Pair(address, nowNanos)));
    }

    /// Until a path is confirmed, one check per pace step to the pair that waits longest; then consent checks only.
    private void checkNext(long nowNanos, Outbound out) {
        Pair target = chosen;
        if (target != null && confirmed) {
            check(target, out);
            nextCheckNanos = nowNanos + UNANSWERED_CONSENT_NANOS;
            return;
        }
        Pair due = target != null ? target : longestWaiting();
        if (due == null) {
            nextCheckNanos = consent.deadlineNanos();
            return;
        }
        if (nowNanos - due.dueNanos >= 0) {
            check(due, out);
            due.dueNanos = nowNanos + due.waitNanos;
            due.waitNanos = Math.min(due.waitNanos * 2, LONGEST_WAIT_NANOS);
        }
        nextCheckNanos = nowNanos + PACE_NANOS;
    }

    private @Nullable Pair longestWaiting() {
        Pair earliest = null;
        for (Pair pair : pairs) {
            if (earliest == null || pair.dueNanos - earliest.dueNanos < 0) {
                earliest = pair;
            }
        }
        return earliest;
    }

    /// Random by a fifth either way, so that peers do not check in step (RFC 7675 section 5.1).
    private long consentWaitNanos() {
        return (long) (settings.consentInterval().toNanos() * random.nextDouble(0.8, 1.2));
    }

    private void check(Pair pair, Outbound out) {
        TransactionId id = TransactionId.random(random);
        asked.put(id, new Check(pair, pair == chosen));
        List<StunAttribute> attributes = new ArrayList<>(List.of(
                new StunAttribute.Username(username),
                new StunAttribute.Priority(PRIORITY),
                new StunAttribute.IceControlling(tieBreaker)));
        if (pair == chosen) {
            attributes.add(new StunAttribute.UseCandidate());
        }
        out.transmit(StunMessage.write(StunMessage.Kind.REQUEST, id, attributes, key), pair.remote);
    }

    private IceVerdict nominate(Pair pair, long nowNanos, Outbound out) {
        chosen = pair;
        pair.dueNanos = nowNanos;
        pair.waitNanos = FIRST_WAIT_NANOS;
        nextCheckNanos = nowNanos;
        wake(nowNanos, out);
        return IceVerdict.ACCEPTED;
    }

    private IceVerdict confirm(Check check, long nowNanos) {
        if (!check.nominates) {
            return IceVerdict.ACCEPTED;
        }
        confirmed = true;
        nextCheckNanos = nowNanos + consentWaitNanos();
        if (check.pair.remote.equals(path)) {
            return IceVerdict.ACCEPTED;
        }
        path = check.pair.remote;
        state = new IceState.Connected(check.pair.remote);
        return IceVerdict.PATH_CHANGED;
    }

    private static IceVerdict refusal(StunMessage answer) {
        return answer.attribute(StunAttribute.ErrorCode.class)
                .filter(error -> error.code() == StunAttribute.ErrorCode.ROLE_CONFLICT)
                .map(error -> IceVerdict.ROLE_CONFLICT)
                .orElse(IceVerdict.UNKNOWN_ATTRIBUTE);
    }

    /// A check whose answer may still come.
    private record Check(Pair pair, boolean nominates) {}

    /// A remote address and when it is checked next.
    private static final class Pair {
        private final InetSocketAddress remote;
        private long dueNanos;
        private long waitNanos = FIRST_WAIT_NANOS;

        Pair(InetSocketAddress remote, long nowNanos) {
            this.remote = remote;
            this.dueNanos = nowNanos;
        }
    }
}
