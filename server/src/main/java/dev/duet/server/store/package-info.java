// SPDX-License-Identifier: Apache-2.0
/// What a node must remember between starts. Depends on `protocol` values only.
@NullMarked
package dev.duet.server.store;

import org.jspecify.annotations.NullMarked;
