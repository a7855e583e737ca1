// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files and folders that nobody but their owner may touch. File systems without such permissions are left alone.
final class OwnerOnly {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    static FileAttribute<?>[] forNewFolder(Path near) {
        return attributes(near, FOLDER);
    }

    static FileAttribute<?>[] forNewFile(Path near) {
        return attributes(near, FILE);
    }

    static void closeFolder(Path folder) throws IOException {
        if (hasPermissions(folder)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    /// Refuses what others may read, with the command that mends it.
    static void require(Path path, String mode) throws IOException, UnusableData {
        if (hasPermissions(path) && !FOLDER.containsAll(Files.getPosixFilePermissions(path))) {
            throw new UnusableData(
                    "Others may read " + path + ", which holds secrets; run: chmod " + mode + " " + path);
        }
    }

    private static FileAttribute<?>[] attributes(Path near, Set<PosixFilePermission> permissions) {
        return hasPermissions(near)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
