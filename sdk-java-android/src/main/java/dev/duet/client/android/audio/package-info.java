// SPDX-License-Identifier: Apache-2.0
/// The phone's ways of sound. Depends on `route`.
@NullMarked
package dev.duet.client.android.audio;

import org.jspecify.annotations.NullMarked;
