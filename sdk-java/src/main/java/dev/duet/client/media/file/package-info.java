// SPDX-License-Identifier: Apache-2.0
/// Pictures and sound in files: y4m and WAV, read, written, played and recorded. Depends on `client.media` and
/// `media.flow`.
@NullMarked
package dev.duet.client.media.file;

import org.jspecify.annotations.NullMarked;
