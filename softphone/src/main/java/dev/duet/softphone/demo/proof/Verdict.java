// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo.proof;

import dev.duet.client.media.picture.Colour;
import java.util.Optional;

/// Whether what came is what was sent; a fault is one sentence with what was expected and what came.
///
/// @param who saw and heard it
public record Verdict(String who, Show expected) {
    /// Coding changes colours by less.
    private static final double SAME_COLOUR = 45;
    /// Places of a bar that moves, of the forty that it has.
    private static final int MOVING = 5;
    /// A second of sound.
    private static final long ENOUGH = 100;

    public Optional<String> fault(Seen seen, Heard heard) {
        return picture(seen).or(() -> tone(heard));
    }

    private Optional<String> picture(Seen seen) {
        Colour ground = seen.ground();
        if (ground == null) {
            return wrong("a picture of the colour " + name(expected.colour()), "no picture at all");
        }
        if (ground.distance(expected.colour()) > SAME_COLOUR) {
            return wrong("a picture of the colour " + name(expected.colour()), "one of the colour " + name(ground));
        }
        return seen.places() >= MOVING
                ? Optional.empty()
                : wrong("a white bar that moves", "one that was seen at " + seen.places() + " places");
    }

    private Optional<String> tone(Heard heard) {
        String tone = "a tone of " + expected.hertz() + " Hz";
        if (heard.loud() == 0) {
            return wrong(tone, "silence");
        }
        if (heard.pure() * 2 < heard.loud()) {
            return wrong(tone, heard.pitch() == 0 ? "sound that is no tone" : "one of " + heard.pitch() + " Hz");
        }
        return heard.pure() >= ENOUGH
                ? Optional.empty()
                : wrong(tone + " for a second or more", "only " + heard.pure() * 10 + " ms of it");
    }

    private Optional<String> wrong(String wanted, String came) {
        return Optional.of(
                who + " got something else than was sent: expected was " + wanted + ", what came was " + came + ".");
    }

    private static String name(Colour colour) {
        return String.format(java.util.Locale.ROOT, "#%06X", colour.rgb());
    }
}
