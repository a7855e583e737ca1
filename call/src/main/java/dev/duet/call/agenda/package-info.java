// SPDX-License-Identifier: Apache-2.0
/// What is waited for: alarms, offers the media has not answered, users on the way to a room. Depends on `invitation`,
/// `room` and `roster`.
@NullMarked
package dev.duet.call.agenda;

import org.jspecify.annotations.NullMarked;
