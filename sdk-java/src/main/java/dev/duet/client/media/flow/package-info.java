// SPDX-License-Identifier: Apache-2.0
/// Pictures and sound as values, where they come from and where they go. Depends on no other package.
@NullMarked
package dev.duet.client.media.flow;

import org.jspecify.annotations.NullMarked;
