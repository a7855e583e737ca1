// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

/// How far a handshake has come. `Failed` and `Closed` are final.
public sealed interface DtlsState {
    /// Not started; datagrams are held.
    record Waiting() implements DtlsState {}

    /// On its way.
    record Handshaking() implements DtlsState {}

    /// Finished, and the peer is the one whose fingerprint was signaled.
    record Keyed(SrtpKeys keys) implements DtlsState {}

    /// Ended without keys.
    record Failed(DtlsFailure reason) implements DtlsState {}

    /// Closed by our side, or by the peer's `close_notify` or alert after the handshake.
    record Closed() implements DtlsState {}
}
