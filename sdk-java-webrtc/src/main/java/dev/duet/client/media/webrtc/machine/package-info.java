// SPDX-License-Identifier: Apache-2.0
/// What is legal when, as pure machines: negotiation, and the gate before the microphone. Depends on `client.media`.
@NullMarked
package dev.duet.client.media.webrtc.machine;

import org.jspecify.annotations.NullMarked;
