// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import dev.duet.client.media.MediaEngine;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// What media is made with.
///
/// @param engine the engine, loaded when it is first wanted; throws a [dev.duet.client.media.MediaException] when
///     there is none
/// @param slow runs what blocks for a moment: connections that open and close, devices
public record MediaTools(Supplier<MediaEngine> engine, Executor slow) {}
