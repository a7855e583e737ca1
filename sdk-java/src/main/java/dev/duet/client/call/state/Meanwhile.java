// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.state;

/// What happens to the call in progress when one that waits is answered.
public enum Meanwhile {
    HOLD,
    END
}
