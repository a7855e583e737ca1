// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

/// What happens to those who sit in one place. Called on a media thread.
interface SeatNews {
    /// Of a place that nobody asks about: no room knows those who sit there.
    SeatNews NOBODY_ASKS = new SeatNews() {
        @Override
        public void connected(Seat seat) {}

        @Override
        public void lost(Seat seat, String why) {}

        @Override
        public void quality(Seat seat, QualityReport report) {}
    };

    /// Of a room.
    static SeatNews of(RoomKey room, MediaListener listener) {
        return new SeatNews() {
            @Override
            public void connected(Seat seat) {
                listener.connected(room, seat.user());
            }

            @Override
            public void lost(Seat seat, String why) {
                listener.lost(room, seat.user(), why);
            }

            @Override
            public void quality(Seat seat, QualityReport report) {
                listener.quality(room, seat.user(), report);
            }
        };
    }

    void connected(Seat seat);

    void lost(Seat seat, String why);

    void quality(Seat seat, QualityReport report);
}
