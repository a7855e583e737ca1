// SPDX-License-Identifier: Apache-2.0
/// The ways between an app and an engine's threads. Depends on `client.media`.
@NullMarked
package dev.duet.client.media.engine;

import org.jspecify.annotations.NullMarked;
