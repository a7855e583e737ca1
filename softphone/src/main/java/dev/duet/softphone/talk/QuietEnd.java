// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.talk;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/// The end of the process once all is closed, past what native libraries do when it exits: libwebrtc would print that
/// it could not attach a thread.
public final class QuietEnd {
    private QuietEnd() {}

    @SuppressWarnings("restricted")
    public static void exit(int code) {
        System.out.flush();
        System.err.flush();
        try {
            Linker linker = Linker.nativeLinker();
            linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("_exit"),
                            FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))
                    .invokeExact(code);
        } catch (Throwable none) {
            System.exit(code);
        }
    }
}
