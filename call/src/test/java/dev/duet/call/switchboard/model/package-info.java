// SPDX-License-Identifier: Apache-2.0
/// A switchboard against a model of it that has no index, no alarm and no cleverness.
@NullMarked
package dev.duet.call.switchboard.model;

import org.jspecify.annotations.NullMarked;
