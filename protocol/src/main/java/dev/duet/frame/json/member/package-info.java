// SPDX-License-Identifier: Apache-2.0
/// One JSON object member by member, bounded and strict, and how words are spelled in it. Depends on `frame` and
/// Jackson's token streams.
@NullMarked
package dev.duet.frame.json.member;

import org.jspecify.annotations.NullMarked;
