// SPDX-License-Identifier: Apache-2.0
package dev.duet.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A paper of `docs/`, in whole or in part made from code or from golden files, which a test keeps true.
public final class KeptPaper {
    /// With `-Dduet.docs=write` a stale paper is written anew instead of failing its test.
    private static final boolean WRITES = "write".equals(System.getProperty("duet.docs"));

    private static final Path DOCS = Path.of("..", "docs");

    private final String name;

    /// The paper `docs/<name>`, seen from a module's folder.
    public KeptPaper(String name) {
        this.name = name;
    }

    public String text() {
        try {
            return Files.readString(DOCS.resolve(name));
        } catch (IOException missing) {
            return "";
        }
    }

    /// Fails unless it holds these words, however its lines are broken.
    public void mustSay(String words) {
        if (!flat(text()).contains(flat(words))) {
            throw new AssertionError("docs/" + name + " must say, as the code does: " + words);
        }
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /// Fails with the command that writes the paper anew, unless it reads so.
    public void mustRead(String expected) {
        if (WRITES) {
            write(expected);
        } else if (!text().equals(expected)) {
            throw new AssertionError(
                    "docs/" + name + " is stale; write it anew with: ./build test -pl <this module> -am"
                            + " -Dduet.docs=write -Dtest=<this test> -Dsurefire.failIfNoSpecifiedTests=false");
        }
    }

    private void write(String text) {
        try {
            Files.writeString(DOCS.resolve(name), text);
        } catch (IOException broken) {
            throw new AssertionError("docs/" + name + " cannot be written", broken);
        }
    }
}
