// SPDX-License-Identifier: Apache-2.0
/// What a room client decides: what is a legal entry, what is received, what figures mean. Pure; depends on
/// `rtc.type`, `rtc.told` and `course`.
@NullMarked
package dev.duet.client.rtc.rule;

import org.jspecify.annotations.NullMarked;
