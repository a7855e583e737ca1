// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import dev.duet.media.wire.Outbound;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// The answering side of ICE for one peer, in its lite form (RFC 8445 section 2.5): it never asks, it answers the
/// checks of the
/// full agent, takes the path that agent nominates, and gives up when the agent falls silent (RFC 7675).
public final class IceLite {
    private IceState state = new IceState.Waiting();

    /// @param nowNanos the consent clock starts here; call [#wake] once right after, so that it is watched
    public IceLite(Credentials local, Credentials remote, IceSettings settings, long nowNanos) {}

    /// Handles one STUN datagram, whose bytes between position and limit stay unread.
    public IceVerdict receive(ByteBuffer datagram, InetSocketAddress from, long nowNanos, Outbound out) {
        return IceVerdict.MALFORMED;
    }

    /// Moves the clock: consent may run out here. Safe to call at any time.
    public void wake(long nowNanos, Outbound out) {}

    /// Takes new credentials of both sides (RFC 8445 section 9). The old ones and the old path stay valid until a path
    /// of the
    /// new session is nominated.
    public void restart(Credentials newLocal, Credentials newRemote, long nowNanos, Outbound out) {}

    public IceState state() {
        return state;
    }

    /// Where media goes, or null while there is no path; the same as in [IceState.Connected], without a type test per
    /// packet.
    public @Nullable InetSocketAddress path() {
        return null;
    }
}
