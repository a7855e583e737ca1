// SPDX-License-Identifier: Apache-2.0
/// What is measured of a connection and told: statistics, volumes, first frames, speed. Depends on `rtc.desk`.
@NullMarked
package dev.duet.client.rtc.measure;

import org.jspecify.annotations.NullMarked;
