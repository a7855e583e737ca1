// SPDX-License-Identifier: Apache-2.0
/// The robot, called by a client.
@NullMarked
package dev.duet.example.echo;

import org.jspecify.annotations.NullMarked;
