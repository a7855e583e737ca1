// SPDX-License-Identifier: Apache-2.0
/// Sound as numbers: how loud, how high, whether it is a voice. Pure; depends on `media.flow`'s values.
@NullMarked
package dev.duet.client.sound;

import org.jspecify.annotations.NullMarked;
