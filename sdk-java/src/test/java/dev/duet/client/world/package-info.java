// SPDX-License-Identifier: Apache-2.0
/// A world for tests in virtual time: a server, sessions and a media engine that tests script. Depends on the SDK's
/// seams.
@NullMarked
package dev.duet.client.world;

import org.jspecify.annotations.NullMarked;
