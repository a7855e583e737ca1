// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone;

import java.io.PrintWriter;

/// Lines of text, of which the last one may be live: on a terminal it is written over, elsewhere each is a line.
final class Display {
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private boolean live;

    Display(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    synchronized void line(String text) {
        endLive();
        out.println(text);
        out.flush();
    }

    synchronized void live(String text) {
        if (terminal) {
            out.print(CLEAR + text);
            live = true;
        } else {
            out.println(text);
        }
        out.flush();
    }

    private void endLive() {
        if (live) {
            out.println();
            live = false;
        }
    }
}
