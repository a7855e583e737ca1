// SPDX-License-Identifier: Apache-2.0
/// Pictures on a desktop, with Swing. Depends on `media.flow` and `media.picture`.
@NullMarked
package dev.duet.client.media.view;

import org.jspecify.annotations.NullMarked;
