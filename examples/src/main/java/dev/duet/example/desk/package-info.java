// SPDX-License-Identifier: Apache-2.0
/// One address that customers call and agents answer.
@NullMarked
package dev.duet.example.desk;

import org.jspecify.annotations.NullMarked;
