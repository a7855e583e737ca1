// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.file;

import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import java.nio.file.Path;

/// What is said of a file that cannot be used.
final class BrokenFile {
    private BrokenFile() {}

    static MediaException because(Path file, String why) {
        return new MediaException(Reason.BROKEN_FILE, "The file " + file + " cannot be used: " + why);
    }

    static MediaException unreadable(Path file, Exception cause) {
        return new MediaException(
                Reason.BROKEN_FILE, "The file " + file + " cannot be read: " + cause.getMessage(), cause);
    }
}
