// SPDX-License-Identifier: Apache-2.0
/// Session descriptions as text and as a tree of sections and attributes (RFC 8866). Depends on nothing of ours.
@NullMarked
package dev.duet.media.sdp;

import org.jspecify.annotations.NullMarked;
