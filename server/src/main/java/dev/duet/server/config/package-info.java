// SPDX-License-Identifier: Apache-2.0
/// Typed settings with units; an unknown key or a bad value stops the start. Depends on `protocol` and `call` values
/// only.
@NullMarked
package dev.duet.server.config;

import org.jspecify.annotations.NullMarked;
