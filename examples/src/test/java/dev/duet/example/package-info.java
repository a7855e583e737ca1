// SPDX-License-Identifier: Apache-2.0
/// Tests of the examples, and of the papers for those who use the Java SDK.
@NullMarked
package dev.duet.example;

import org.jspecify.annotations.NullMarked;
