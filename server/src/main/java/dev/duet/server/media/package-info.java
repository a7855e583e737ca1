// SPDX-License-Identifier: Apache-2.0
/// Who has media with whom: offers answered, seats taken and left, news of them. Depends on its loop, on the media
/// module and on ids.
@NullMarked
package dev.duet.server.media;

import org.jspecify.annotations.NullMarked;
