// SPDX-License-Identifier: Apache-2.0
/// What a stay in a room decides, given the time: how its media is repaired, who is there, how good the network is.
/// Pure; depends on `client` and `client.media`'s figures.
@NullMarked
package dev.duet.client.course;

import org.jspecify.annotations.NullMarked;
