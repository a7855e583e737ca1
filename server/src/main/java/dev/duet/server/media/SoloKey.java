// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import dev.duet.id.AppId;
import dev.duet.id.LoginId;

/// A device of one app whose media is in no room: in a lobby, or facing a mirror.
public record SoloKey(AppId app, LoginId login) {}
