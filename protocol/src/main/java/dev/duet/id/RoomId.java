// SPDX-License-Identifier: Apache-2.0
package dev.duet.id;

import java.util.Optional;
import java.util.regex.Pattern;

/// A room of one app. Numbers and names are two name spaces: room 123 and room "123" are different rooms.
public sealed interface RoomId {

    /// A room by number: 1 to 4294967294.
    record Numbered(long number) implements RoomId {
        public static final long MAX = 0xFFFF_FFFEL;

        /// @throws IllegalArgumentException when out of range; use [RoomId#ofNumber] for numbers from outside
        public Numbered {
            if (number < 1 || number > MAX) {
                throw new IllegalArgumentException("not a room number: it must be 1 to " + MAX);
            }
        }

        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /// A room by name: 1 to 64 letters, digits, spaces or ``!#$%&()+-:;<=.>?@[]^_{}|~,``.
    record Named(String name) implements RoomId {
        /// What a legal name is, in words that end a sentence.
        public static final String RULE = "1 to 64 letters, digits, spaces or !#$%&()+-:;<=.>?@[]^_{}|~,";

        private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9 !#$%&()+\\-:;<=.>?@\\[\\]^_{}|~,]{1,64}");

        /// @throws IllegalArgumentException when the name is illegal; use [RoomId#ofName] for text from outside
        public Named {
            if (!LEGAL.matcher(name).matches()) {
                throw new IllegalArgumentException("not a room name: it must be " + RULE);
            }
        }

        @Override
        public String toString() {
            return '"' + name + '"';
        }
    }

    /// The numbered room, or empty when out of range.
    static Optional<RoomId> ofNumber(long number) {
        return number < 1 || number > Numbered.MAX ? Optional.empty() : Optional.of(new Numbered(number));
    }

    /// The named room, or empty when the name is illegal.
    static Optional<RoomId> ofName(String name) {
        return Named.LEGAL.matcher(name).matches() ? Optional.of(new Named(name)) : Optional.empty();
    }
}
