// SPDX-License-Identifier: Apache-2.0
/// A call of the server with itself, before the first real one. Depends on the media module.
@NullMarked
package dev.duet.server.media.rehearsal;

import org.jspecify.annotations.NullMarked;
