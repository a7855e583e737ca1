// SPDX-License-Identifier: Apache-2.0
/// Frames as pixels: images, PNG files, colours. Depends on `media.flow`.
@NullMarked
package dev.duet.client.media.picture;

import org.jspecify.annotations.NullMarked;
