// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import org.junit.jupiter.api.Test;

class NativeLibraryTest {
    @Test
    void a_missing_library_is_told_by_its_package() {
        assertThat(NativeLibrary.explain("/tmp/libwebrtc-java.so: libpulse.so.0: cannot open shared object file"))
                .contains("libpulse", "apt-get install libpulse0");
        assertThat(NativeLibrary.explain("/tmp/x.so: libX11.so.6: cannot open shared object file: No such file"))
                .contains("apt-get install libx11-6");
        assertThat(NativeLibrary.explain("/tmp/x.so: libdbus-1.so.3: cannot open shared object file"))
                .contains("apt-get install libdbus-1-3");
        assertThat(NativeLibrary.explain("/tmp/x.so: libnew.so.7: cannot open shared object file"))
                .contains("apt-get install libnew7");
    }

    @Test
    void what_the_linker_says_is_found_behind_other_exceptions() {
        assertThatThrownBy(() -> NativeLibrary.load(() -> {
                    UnsatisfiedLinkError linker = new UnsatisfiedLinkError(
                            "/tmp/libwebrtc-java.so: libpulse.so.0: cannot open shared object file: No such file");
                    throw new ExceptionInInitializerError(
                            new RuntimeException("Load library 'webrtc-java' failed", linker));
                }))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NO_NATIVE_LIBRARY))
                .hasMessageContaining("libpulse0");
    }

    @Test
    void a_machine_that_is_not_served_is_told_what_is_needed() {
        assertThat(NativeLibrary.explain("Unsupported OS: plan9"))
                .contains("libpulse0", System.getProperty("os.arch"), "plan9");
    }

    @Test
    void a_missing_jar_is_told_as_such() {
        assertThatThrownBy(() -> NativeLibrary.load(() -> {
                    throw new ClassNotFoundException("dev.onvoid.webrtc.PeerConnectionFactory");
                }))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("duet-sdk-webrtc");
    }
}
