// SPDX-License-Identifier: Apache-2.0
/// One login with its reconnections as a pure machine: [ClientSession]. Depends on `client` and the wire's frames.
@NullMarked
package dev.duet.client.session;

import org.jspecify.annotations.NullMarked;
