// SPDX-License-Identifier: Apache-2.0
/// What every part of the SDK answers with, and what a room asks of a session. Depends on the wire's frames only.
@NullMarked
package dev.duet.client;

import org.jspecify.annotations.NullMarked;
