// SPDX-License-Identifier: Apache-2.0
/// What an engine of audio and video does for a call: connections, sources, sinks, devices. Depends on `media.flow`.
@NullMarked
package dev.duet.client.media;

import org.jspecify.annotations.NullMarked;
