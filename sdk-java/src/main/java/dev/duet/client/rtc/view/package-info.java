// SPDX-License-Identifier: Apache-2.0
/// Which view shows which picture, and pictures of pictures. Depends on `rtc.desk`.
@NullMarked
package dev.duet.client.rtc.view;

import org.jspecify.annotations.NullMarked;
