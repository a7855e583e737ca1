// SPDX-License-Identifier: Apache-2.0
/// The snippets of the guide, ported in `web/guide`, run between real browsers: one class for each chapter.
@NullMarked
package dev.duet.e2e.guide;

import org.jspecify.annotations.NullMarked;
