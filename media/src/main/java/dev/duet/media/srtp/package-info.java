// SPDX-License-Identifier: Apache-2.0
/// SRTP and SRTCP in place (RFC 3711, RFC 7714): protection, replay windows and rollover.
/// Depends on `javax.crypto`, on `gcm` and on the keys that `dev.duet.media.dtls` agrees.
@NullMarked
package dev.duet.media.srtp;

import org.jspecify.annotations.NullMarked;
