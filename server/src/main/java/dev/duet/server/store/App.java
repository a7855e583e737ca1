// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.store;

import dev.duet.id.AppId;

/// One application: its id, and the key of its tickets as 64 hex digits.
public record App(AppId id, String secret) {

    /// Without the secret.
    @Override
    public String toString() {
        return "App " + id;
    }
}
