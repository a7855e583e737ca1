// SPDX-License-Identifier: Apache-2.0
/// The media engine on Android, on libwebrtc. Depends on `client.media`.
@NullMarked
package dev.duet.client.android.media;

import org.jspecify.annotations.NullMarked;
