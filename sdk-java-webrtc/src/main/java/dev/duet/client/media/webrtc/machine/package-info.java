// SPDX-License-Identifier: Apache-2.0
/// The gate before the sound, as a pure machine. Depends on nothing.
@NullMarked
package dev.duet.client.media.webrtc.machine;

import org.jspecify.annotations.NullMarked;
