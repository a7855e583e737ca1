// SPDX-License-Identifier: Apache-2.0
/// The two pictures of a camera, a big and a small one, as the other side sees them.
@NullMarked
package dev.duet.e2e.layers;

import org.jspecify.annotations.NullMarked;
