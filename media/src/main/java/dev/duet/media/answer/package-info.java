// SPDX-License-Identifier: Apache-2.0
/// Offers judged and answered (RFC 3264, RFC 9429). Depends on `sdp` and `terms`.
@NullMarked
package dev.duet.media.answer;

import org.jspecify.annotations.NullMarked;
