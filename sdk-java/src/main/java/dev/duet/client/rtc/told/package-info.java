// SPDX-License-Identifier: Apache-2.0
/// What a room tells the app, with the guide's names. Depends on `rtc.type`.
@NullMarked
package dev.duet.client.rtc.told;

import org.jspecify.annotations.NullMarked;
