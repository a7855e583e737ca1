// SPDX-License-Identifier: Apache-2.0
/// A robot that answers every call with an echo.
@NullMarked
package dev.duet.example.echo;

import org.jspecify.annotations.NullMarked;
