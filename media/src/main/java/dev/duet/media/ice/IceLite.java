// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import dev.duet.media.stun.Integrity;
import dev.duet.media.stun.StunAttribute;
import dev.duet.media.stun.StunMessage;
import dev.duet.media.wire.Outbound;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The answering side of ICE for one peer, in its lite form (RFC 8445 section 2.5): it never asks, it answers the
/// checks of the full agent, takes the path that agent nominates, and gives up when the agent falls silent (RFC 7675).
///
/// A check that is not proven gets no answer at all, although RFC 8489 section 9.1.3 would send 400 or 401: whoever has
/// the password never needs them, and nobody else shall learn that a peer lives here.
public final class IceLite {
    private final AnswerRate rate;
    private final Consent consent;
    private final SeenChecks seen = new SeenChecks();
    private final long pathSilenceNanos;
    private Session current;

    /// The session of a restart, until a path of its own is nominated.
    private @Nullable Session next;

    private IceState state = new IceState.Waiting();
    private @Nullable InetSocketAddress path;

    /// When the last check came over the path.
    private long pathCheckedNanos;

    /// @param nowNanos the consent clock starts here; call [#wake] once right after, so that it is watched
    public IceLite(Credentials local, IceSettings settings, long nowNanos) {
        this.current = new Session(local);
        this.pathSilenceNanos =
                settings.consentInterval().multipliedBy(5).dividedBy(2).toNanos();
        this.rate = new AnswerRate(settings.answersPerSecond(), nowNanos);
        this.consent = new Consent(settings.consentExpiry(), nowNanos);
    }

    /// Handles one STUN datagram, whose bytes between position and limit stay unread.
    public IceVerdict receive(ByteBuffer datagram, InetSocketAddress from, long nowNanos, Outbound out) {
        Optional<StunMessage> parsed = StunMessage.parse(datagram);
        if (parsed.isEmpty()) {
            return IceVerdict.MALFORMED;
        }
        StunMessage check = parsed.get();
        if (check.kind() != StunMessage.Kind.REQUEST) {
            return IceVerdict.UNEXPECTED_KIND;
        }
        if (state instanceof IceState.Lost) {
            return IceVerdict.EXPIRED;
        }
        Optional<StunAttribute.Username> username = check.attribute(StunAttribute.Username.class);
        if (username.isEmpty() || !check.hasIntegrity()) {
            return IceVerdict.NO_CREDENTIALS;
        }
        Session session = sessionOf(username.get().text());
        if (session == null) {
            return IceVerdict.WRONG_USERNAME;
        }
        return check.isProvenBy(session.key)
                ? receiveProven(check, session, from, nowNanos, out)
                : IceVerdict.WRONG_KEY;
    }

    /// Moves the clock: consent may run out here. Safe to call at any time.
    public void wake(long nowNanos, Outbound out) {
        if (state instanceof IceState.Lost) {
            return;
        }
        if (consent.expired(nowNanos)) {
            state = new IceState.Lost();
            path = null;
            return;
        }
        out.wakeAt(consent.deadlineNanos());
    }

    /// Takes new credentials (RFC 8445 section 9). The old ones and the old path stay valid until a path of the new
    /// session is nominated.
    public void restart(Credentials newLocal, long nowNanos, Outbound out) {
        Session fresh = new Session(newLocal);
        if (state instanceof IceState.Connected) {
            next = fresh;
        } else {
            current = fresh;
            next = null;
            state = new IceState.Waiting();
        }
        consent.renew(nowNanos);
        out.wakeAt(consent.deadlineNanos());
    }

    public IceState state() {
        return state;
    }

    /// Where media goes, or null while there is no path; the same as in [IceState.Connected], without a type test per
    /// packet.
    public @Nullable InetSocketAddress path() {
        return path;
    }

    private IceVerdict receiveProven(
            StunMessage check, Session session, InetSocketAddress from, long nowNanos, Outbound out) {
        boolean nominates = check.attribute(StunAttribute.UseCandidate.class).isPresent();
        if (!seen.admits(check.id(), from)) {
            return IceVerdict.REPLAYED;
        }
        if (!rate.allows(nowNanos)) {
            return IceVerdict.RATE_LIMITED;
        }
        if (!check.unknownRequired().isEmpty()) {
            refuse(
                    check,
                    session,
                    from,
                    out,
                    StunAttribute.ErrorCode.of(StunAttribute.ErrorCode.UNKNOWN_ATTRIBUTE),
                    new StunAttribute.UnknownAttributes(check.unknownRequired()));
            return IceVerdict.UNKNOWN_ATTRIBUTE;
        }
        // A lite agent stays the controlled side whatever the tie-breakers are (RFC 8445 section 6.1.1).
        if (check.attribute(StunAttribute.IceControlled.class).isPresent()) {
            refuse(check, session, from, out, StunAttribute.ErrorCode.of(StunAttribute.ErrorCode.ROLE_CONFLICT));
            return IceVerdict.ROLE_CONFLICT;
        }
        answer(check, session, from, out);
        consent.renew(nowNanos);
        boolean moved = nominates || pathFellSilent(session, nowNanos);
        boolean changed = moved && takePath(session, from);
        if (from.equals(path)) {
            pathCheckedNanos = nowNanos;
        }
        return changed ? IceVerdict.PATH_CHANGED : IceVerdict.ACCEPTED;
    }

    /// Whether the path has missed two consent checks, while this one came from the peer all the same. Firefox
    /// nominates once and never again, so this is how we learn of a NAT that gave it another address.
    private boolean pathFellSilent(Session session, long nowNanos) {
        return session == current && path != null && nowNanos - pathCheckedNanos > pathSilenceNanos;
    }

    /// Whether the path is another one now. The latest nomination wins: most full agents nominate again when they move.
    private boolean takePath(Session session, InetSocketAddress from) {
        if (session == next) {
            current = session;
            next = null;
        }
        if (from.equals(path)) {
            return false;
        }
        path = from;
        state = new IceState.Connected(from);
        return true;
    }

    private static void answer(StunMessage check, Session session, InetSocketAddress from, Outbound out) {
        out.transmit(
                StunMessage.write(
                        StunMessage.Kind.SUCCESS,
                        check.id(),
                        List.of(new StunAttribute.XorMappedAddress(from)),
                        session.key),
                from);
    }

    private static void refuse(
            StunMessage check, Session session, InetSocketAddress from, Outbound out, StunAttribute... why) {
        out.transmit(StunMessage.write(StunMessage.Kind.ERROR, check.id(), List.of(why), session.key), from);
    }

    /// Only the receiver's half of the user name counts (RFC 8445 section 7.3).
    private @Nullable Session sessionOf(String username) {
        if (current.isNamedBy(username)) {
            return current;
        }
        Session restarted = next;
        return restarted != null && restarted.isNamedBy(username) ? restarted : null;
    }

    /// Local credentials and the key that seals checks and answers under them. The peer's own credentials would only be
    /// needed to ask.
    private static final class Session {
        private final String prefix;
        private final Integrity key;

        Session(Credentials local) {
            this.prefix = local.ufrag() + ":";
            this.key = Integrity.ofPassword(local.password());
        }

        boolean isNamedBy(String username) {
            return username.startsWith(prefix);
        }
    }
}
