// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The folder of one node, held by one process at a time, readable by its owner alone.
public final class DataFolder implements AutoCloseable {
    private static final String APPS = "apps.json";
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;
    private final Apps apps;

    private DataFolder(Path path, FileChannel lock, Apps apps) {
        this.path = path;
        this.lock = lock;
        this.apps = apps;
    }

    /// Opens the folder, making it and its first app when they do not exist.
    ///
    /// @param origin what a fresh folder remembers about its making
    public static DataFolder open(Path path, Apps.Origin origin, RandomGenerator random) throws UnusableData {
        try {
            make(path);
            FileChannel lock = lock(path);
            try {
                return new DataFolder(path, lock, appsOrFresh(path, origin, random));
            } catch (IOException | UnusableData e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static UnusableData unusable(Path path, IOException e) {
        return e instanceof AccessDeniedException denied
                ? new UnusableData("The data folder " + path + " cannot be written: " + denied.getFile()
                        + " is denied to this user; choose another with --data.")
                : new UnusableData("The data folder " + path + " cannot be used: " + reason(e) + ".");
    }

    /// The apps of a folder that a server may be using now.
    public static Apps peek(Path path) throws UnusableData {
        Path file = path.resolve(APPS);
        try {
            if (!Files.exists(file)) {
                throw new UnusableData(
                        "There is no app in " + path + " yet: run `duet start` once, or name its folder with --data.");
            }
            return read(file);
        } catch (IOException e) {
            throw new UnusableData(file + " cannot be read: " + reason(e) + ".");
        }
    }

    public Path path() {
        return path;
    }

    public Apps apps() {
        return apps;
    }

    /// The text of one of its files, where there is one.
    public Optional<String> text(String name) throws UnusableData {
        Path file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            OwnerOnly.require(file, "600");
            return Optional.of(Files.readString(file));
        } catch (MalformedInputException noText) {
            return Optional.of("");
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    /// Makes or replaces one of its files, which then only the owner may read.
    public void keep(String name, String text) throws UnusableData {
        try {
            write(path.resolve(name), text);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static void make(Path path) throws IOException, UnusableData {
        if (!Files.exists(path)) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.createDirectory(path, OwnerOnly.forNewFolder(path));
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new UnusableData("The data folder " + path + " is a file; choose another with --data.");
        }
        if (isEmpty(path)) {
            OwnerOnly.closeFolder(path);
        }
        OwnerOnly.require(path, "700");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static FileChannel lock(Path path) throws IOException, UnusableData {
        Path file = path.resolve(LOCK);
        FileChannel channel = FileChannel.open(
                file, EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.forNewFile(path));
        FileLock held;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            held = null;
        }
        if (held == null) {
            channel.close();
            throw new UnusableData("The data folder " + path
                    + " is in use by another running server; stop it or choose another with --data.");
        }
        return channel;
    }

    private static Apps appsOrFresh(Path path, Apps.Origin origin, RandomGenerator random)
            throws IOException, UnusableData {
        Path file = path.resolve(APPS);
        if (Files.exists(file)) {
            OwnerOnly.require(file, "600");
            return read(file);
        }
        Apps fresh = Apps.fresh(origin, random);
        write(file, fresh.toJson());
        return fresh;
    }

    private static Apps read(Path file) throws IOException, UnusableData {
        return Apps.ofJson(Files.readString(file))
                .orElseThrow(() -> new UnusableData(
                        file + " is damaged: restore it from a copy, or move it away to begin with a new app."));
    }

    /// Written aside, flushed and renamed, so that after a crash there is either no file or a whole one.
    private static void write(Path file, String text) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        try (FileChannel out = FileChannel.open(
                aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.forNewFile(file))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
