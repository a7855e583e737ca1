// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ExitWatchTest {
    private final Thread waiting = Thread.ofPlatform().name("DestroyJavaVM").unstarted(() -> {});
    private final Thread ofTheLibrary = Thread.ofPlatform().name("Thread-0").unstarted(() -> {});
    private final Thread ofTheApp = Thread.ofPlatform().name("worker").unstarted(() -> {});
    private final Thread daemon = Thread.ofPlatform().daemon().name("daemon").unstarted(() -> {});

    @Test
    void only_the_librarys_threads_are_left_when_main_ended_and_the_app_has_none() {
        assertThat(left(waiting, ofTheLibrary, daemon)).isTrue();
        assertThat(left(waiting, ofTheLibrary, ofTheApp)).isFalse();
        assertThat(left(ofTheLibrary, daemon)).isFalse();
    }

    private boolean left(Thread... threads) {
        return ExitWatch.onlyTheLibraryIsLeft(threads, Set.of(ofTheLibrary));
    }
}
