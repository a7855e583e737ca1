// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.type;

/// Of what a snapshot is taken: the stream, what a view shows, or what the camera gives.
public enum RtcSnapshotSourceType {
    STREAM(0),
    VIEW(1),
    CAPTURE(2);

    private final int value;

    RtcSnapshotSourceType(int value) {
        this.value = value;
    }

    /// The guide's number.
    public int value() {
        return value;
    }
}
