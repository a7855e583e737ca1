// SPDX-License-Identifier: Apache-2.0
/// The media engine on libwebrtc. Depends on `client.media`, `client.media.webrtc.machine`,
/// `client.media.webrtc.device`.
@NullMarked
package dev.duet.client.media.webrtc;

import org.jspecify.annotations.NullMarked;
