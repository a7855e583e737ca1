// SPDX-License-Identifier: Apache-2.0
/// The shell around the session machines: WebSockets, one thread for all clients of a process, whose sessions they are.
/// Depends on `client` and `session`.
@NullMarked
package dev.duet.client.socket;

import org.jspecify.annotations.NullMarked;
