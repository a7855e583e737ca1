// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.e2e.FakeMedia;
import dev.duet.e2e.Silence;
import org.junit.jupiter.api.Test;

/// Step 6 of a call.
class GuideControlIT extends TwoGuidePages {

    @Test
    void the_microphone_is_closed_and_opened() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "audioCall");
        bob.tab().hears();
        alice.run("() => guide.closeMicrophone()");
        bob.isTold("onUserAudioAvailable", "['alice', false]");
        Silence.on(bob.tab());
        alice.run("() => guide.openMicrophone()");
        bob.tab().hears();
    }

    @Test
    void the_sound_of_all_others_is_closed_and_opened() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "audioCall");
        bob.tab().hears();
        bob.run("() => guide.closeAllRemoteAudio()");
        Silence.on(bob.tab());
        bob.run("() => guide.openAllRemoteAudio()");
        bob.tab().hears();
    }

    @Test
    void the_sound_of_one_user_is_closed_and_opened() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "audioCall");
        bob.tab().hears();
        bob.run("() => guide.closeRemoteAudio('alice')");
        Silence.on(bob.tab());
        bob.run("() => guide.openRemoteAudio('alice')");
        bob.tab().hears();
    }

    @Test
    void the_camera_is_closed_and_opened() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "videoCall");
        bob.seesColour(FakeMedia.Colour.RED);
        alice.run("() => guide.closeCamera()");
        bob.isTold("onUserVideoAvailable", "['alice', false]");
        bob.tab().until("standstill of the picture", stats -> stats.framesPerSecond() == 0);
        bob.tab().hears();
        alice.run("() => guide.openCamera(true)");
        bob.tab().seesAndHears();
        bob.seesColour(FakeMedia.Colour.RED);
    }

    @Test
    void the_sound_goes_to_the_earpiece_and_to_the_speaker_where_the_device_has_them() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "audioCall");
        alice.tab().hears();
        assertThat(alice.run("async () => await guide.useEarpiece()")).isIn(0, -4);
        assertThat(alice.run("async () => await guide.useSpeakerPhone()")).isEqualTo(0);
        alice.tab().hears();
    }

    @Test
    void the_camera_is_switched_between_front_and_back() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "videoCall");
        bob.seesColour(FakeMedia.Colour.RED);
        assertThat(alice.run("async () => await guide.switchCamera()")).isEqualTo(false);
        alice.until("guide.rtcCloud.getDeviceManager().isFrontCamera() === false");
        bob.tab().seesAndHears();
        assertThat(alice.run("async () => await guide.switchCamera()")).isEqualTo(true);
        alice.until("guide.rtcCloud.getDeviceManager().isFrontCamera()");
        bob.tab().seesAndHears();
    }
}
