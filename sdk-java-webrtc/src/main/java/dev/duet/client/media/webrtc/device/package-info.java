// SPDX-License-Identifier: Apache-2.0
/// libwebrtc's library and pictures, and the real devices of this machine. Depends on `client.media`.
@NullMarked
package dev.duet.client.media.webrtc.device;

import org.jspecify.annotations.NullMarked;
