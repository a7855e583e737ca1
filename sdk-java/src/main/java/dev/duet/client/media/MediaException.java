// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media;

/// Media that cannot be had: the message is one English sentence that says what to do.
public final class MediaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Match this, not the message.
    public enum Reason {
        /// No engine is on the class path.
        NO_ENGINE,
        /// The engine's native library, or one that it needs, is not on this machine.
        NO_NATIVE_LIBRARY,
        /// There is no such device.
        NO_DEVICE,
        /// The device is there, but would not open: taken by another program, or not allowed.
        DEVICE_REFUSED,
        /// A description was refused: not SDP, or not an answer to the last offer.
        BAD_DESCRIPTION,
        /// Not now: another negotiation goes on, or there was no offer to answer.
        WRONG_MOMENT,
        /// The connection is closed.
        CLOSED,
        /// A file that is not what it should be, or is cut off.
        BROKEN_FILE,
        /// The engine broke; a bug of ours or of its native library.
        ENGINE_BROKE
    }

    private final Reason reason;

    public MediaException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public MediaException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
