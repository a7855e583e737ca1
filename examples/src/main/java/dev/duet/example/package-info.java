// SPDX-License-Identifier: Apache-2.0
/// What the examples share: tickets of a development server.
@NullMarked
package dev.duet.example;

import org.jspecify.annotations.NullMarked;
