// SPDX-License-Identifier: Apache-2.0
/// Where the parts of a node are put together, and the command line. Depends on everything.
@NullMarked
package dev.duet.server;

import org.jspecify.annotations.NullMarked;
