// SPDX-License-Identifier: Apache-2.0
/// What both commands say of a call, and how they end. Depends on `sdk-java`.
@NullMarked
package dev.duet.softphone.talk;

import org.jspecify.annotations.NullMarked;
