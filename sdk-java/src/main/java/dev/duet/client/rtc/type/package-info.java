// SPDX-License-Identifier: Apache-2.0
/// What the app says to a room, with the guide's names and numbers. Depends on
/// `media`'s kinds of devices only.
@NullMarked
package dev.duet.client.rtc.type;

import org.jspecify.annotations.NullMarked;
