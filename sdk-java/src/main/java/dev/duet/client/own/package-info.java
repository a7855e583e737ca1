// SPDX-License-Identifier: Apache-2.0
/// What oneself gives and hears: microphone, camera, screen and loudspeaker, from devices or from the app. Lives on
/// the loop; depends on `client.sound`, `client.stay` and the interface of the engine.
@NullMarked
package dev.duet.client.own;

import org.jspecify.annotations.NullMarked;
