// SPDX-License-Identifier: Apache-2.0
/// Frames as bounded, strict JSON, in and out. Depends on `frame`, `error`, `id` and Jackson's token streams.
@NullMarked
package dev.duet.frame.json;

import org.jspecify.annotations.NullMarked;
