// SPDX-License-Identifier: Apache-2.0
/// One browser as one machine: ICE, DTLS, SRTP and RTCP behind one door. Depends on the protocol packages and on
/// nothing above.
@NullMarked
package dev.duet.media.peer;

import org.jspecify.annotations.NullMarked;
