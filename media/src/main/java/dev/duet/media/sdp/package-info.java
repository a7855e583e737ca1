// SPDX-License-Identifier: Apache-2.0
/// The subset of SDP that one-to-one calls use, offer and answer (RFC 8866, RFC 3264, RFC 9429). Depends on `ice` and
/// `dtls`.
@NullMarked
package dev.duet.media.sdp;

import org.jspecify.annotations.NullMarked;
