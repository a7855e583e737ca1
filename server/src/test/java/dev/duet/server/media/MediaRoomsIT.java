// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.id.AppId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import dev.duet.media.peer.Drop;
import dev.duet.media.sim.SimCall;
import dev.duet.media.terms.StreamKind;
import dev.duet.server.media.LoopbackMedia.Client;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MediaRoomsIT {
    private static final RoomKey ROOM = new RoomKey(new AppId(1_400_000_000L), new RoomId.Named("r"));
    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");
    private LoopbackMedia media;
    private MediaRooms rooms;

    @BeforeEach
    void start() throws IOException {
        media = new LoopbackMedia();
        rooms = media.rooms;
    }

    @AfterEach
    void close() throws IOException {
        media.close();
    }

    @Test
    void two_clients_hear_and_see_each_other() throws Exception {
        Client alice = enter(ALICE, SimCall.chromium());
        Client bob = enter(BOB, SimCall.firefox());
        until(() -> alice.received(StreamKind.CAMERA) > 200 && bob.received(StreamKind.CAMERA) > 200);
        until(() -> alice.received(StreamKind.AUDIO) > 50 && bob.received(StreamKind.AUDIO) > 50);
        assertThat(media.news).contains("connected alice", "connected bob");
        MediaCounts counts = rooms.counts();
        assertThat(counts.rooms()).isEqualTo(1);
        assertThat(counts.peers()).isEqualTo(2);
        assertThat(counts.handshakes()).isEqualTo(2);
        assertThat(counts.packetsOut()).isGreaterThan(400);
        assertThat(counts.drops()).containsEntry(Drop.SRTP_FORGED.label(), 0L);
    }

    @Test
    void quality_is_told_every_two_seconds() throws Exception {
        enter(ALICE, SimCall.chromium());
        enter(BOB, SimCall.chromium());
        until(() -> media.news.contains("quality alice") && media.news.contains("quality bob"));
    }

    @Test
    void the_same_user_displaces_itself_and_media_flows_again() throws Exception {
        Client bob = enter(BOB, SimCall.chromium());
        Client first = enter(ALICE, SimCall.chromium());
        until(() -> bob.received(StreamKind.CAMERA) > 50);
        Client second = enter(ALICE, SimCall.chromium());
        until(() -> second.received(StreamKind.CAMERA) > 50);
        int before = bob.received(StreamKind.AUDIO);
        until(() -> bob.received(StreamKind.AUDIO) > before + 20);
        assertThat(rooms.counts().peers()).isEqualTo(2);
        assertThat(first.browser.isSecured()).isTrue();
    }

    @Test
    void a_third_user_is_refused() throws Exception {
        enter(ALICE, SimCall.chromium());
        enter(BOB, SimCall.chromium());
        Negotiation third = rooms.enter(ROOM, new UserId("carol"), SimCall.chromium())
                .get(LoopbackMedia.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(third).isInstanceOf(Negotiation.Refused.class);
    }

    @Test
    void who_leaves_takes_the_room_along_when_alone() throws Exception {
        enter(ALICE, SimCall.chromium());
        Client bob = enter(BOB, SimCall.chromium());
        until(() -> bob.received(StreamKind.AUDIO) > 10);
        rooms.leave(ROOM, ALICE);
        until(() -> rooms.counts().peers() == 1);
        rooms.leave(ROOM, BOB);
        until(() -> rooms.counts().rooms() == 0);
    }

    @Test
    void rubbish_is_counted_and_calls_do_not_notice() throws Exception {
        Client alice = enter(ALICE, SimCall.chromium());
        Client bob = enter(BOB, SimCall.chromium());
        until(() -> bob.received(StreamKind.CAMERA) > 20);
        Random random = new Random(1);
        try (DatagramChannel stranger = DatagramChannel.open()) {
            for (int i = 0; i < 2_000; i++) {
                byte[] bytes = new byte[1 + random.nextInt(1700)];
                random.nextBytes(bytes);
                stranger.send(ByteBuffer.wrap(bytes), rooms.address());
            }
        }
        int before = bob.received(StreamKind.CAMERA);
        until(() -> bob.received(StreamKind.CAMERA) > before + 100);
        assertThat(rooms.counts().drops().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isGreaterThan(1_000);
        assertThat(rooms.counts().drops()).containsEntry(Drop.INTERNAL_ERROR.label(), 0L);
        assertThat(alice.browser.badPackets()).isZero();
    }

    private Client enter(UserId user, String offer) throws Exception {
        return media.enter(ROOM, user, offer);
    }

    private void until(BooleanSupplier condition) throws IOException {
        media.until(condition);
    }
}
