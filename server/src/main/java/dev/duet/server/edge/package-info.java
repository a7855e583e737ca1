// SPDX-License-Identifier: Apache-2.0
/// WebSocket in and out: framing, login, back-pressure. Depends on `watch`, `store` and `exchange`.
@NullMarked
package dev.duet.server.edge;

import org.jspecify.annotations.NullMarked;
