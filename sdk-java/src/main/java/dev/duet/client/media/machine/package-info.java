// SPDX-License-Identifier: Apache-2.0
/// What every engine on libwebrtc decides: negotiation, answers, statistics; pure. Depends on `client.media`.
@NullMarked
package dev.duet.client.media.machine;

import org.jspecify.annotations.NullMarked;
