// SPDX-License-Identifier: Apache-2.0
/// Pictures and sound that are made up, and how to know them again. Depends on `media.flow` and `media.picture`.
@NullMarked
package dev.duet.client.media.synth;

import org.jspecify.annotations.NullMarked;
