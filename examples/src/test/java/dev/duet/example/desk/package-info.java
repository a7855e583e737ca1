// SPDX-License-Identifier: Apache-2.0
/// The desk, called by customers.
@NullMarked
package dev.duet.example.desk;

import org.jspecify.annotations.NullMarked;
