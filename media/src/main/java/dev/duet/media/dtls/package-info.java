// SPDX-License-Identifier: Apache-2.0
/// The DTLS 1.2 handshake (RFC 6347) from datagrams to SRTP keys (RFC 5764); the one media package that blocks inside.
/// Depends on Bouncy Castle and on nothing of ours.
@NullMarked
package dev.duet.media.dtls;

import org.jspecify.annotations.NullMarked;
