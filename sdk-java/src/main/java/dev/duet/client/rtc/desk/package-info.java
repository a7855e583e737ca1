// SPDX-License-Identifier: Apache-2.0
/// What the parts of a room client work with: sessions, media, listeners. Depends on `own`, `socket` and
/// `rtc.rule`.
@NullMarked
package dev.duet.client.rtc.desk;

import org.jspecify.annotations.NullMarked;
