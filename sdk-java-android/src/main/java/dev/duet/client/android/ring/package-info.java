// SPDX-License-Identifier: Apache-2.0
/// When a call rings, for how long and how it is shown, decided without Android. Depends on no other package.
@NullMarked
package dev.duet.client.android.ring;

import org.jspecify.annotations.NullMarked;
