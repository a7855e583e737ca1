// SPDX-License-Identifier: Apache-2.0
/// Rooms, devices and views with the guide's names. Depends on all that stands above it; a session is brought from
/// outside through [dev.duet.client.rtc.desk.SessionSource].
@NullMarked
package dev.duet.client.rtc;

import org.jspecify.annotations.NullMarked;
