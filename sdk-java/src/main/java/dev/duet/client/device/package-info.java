// SPDX-License-Identifier: Apache-2.0
/// The devices of this machine with the guide's names: lists, choice, volumes, tests. Depends on `own` and
/// `rtc.type`.
@NullMarked
package dev.duet.client.device;

import org.jspecify.annotations.NullMarked;
