// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.id.AppId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import dev.duet.media.peer.Drop;
import dev.duet.media.relay.ReceiveWish;
import dev.duet.media.relay.ReceiveWish.Video;
import dev.duet.media.sim.SimCall;
import dev.duet.media.sim.SimSource;
import dev.duet.media.terms.StreamKind;
import dev.duet.server.media.LoopbackMedia.Client;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SoloMediaIT {
    private static final AppId APP = new AppId(1_400_000_000L);
    private static final RoomKey ROOM = new RoomKey(APP, new RoomId.Named("r"));
    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");
    private static final SoloKey HER_PHONE = new SoloKey(APP, new LoginId("alice-1"));
    private static final SoloKey HIS_PHONE = new SoloKey(APP, new LoginId("bob-1"));

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
    void two_who_waited_are_in_a_call_at_once() throws Exception {
        Client alice = media.warmUp(HER_PHONE, ALICE, SimCall.chromium());
        Client bob = media.warmUp(HIS_PHONE, BOB, SimCall.firefox());
        media.until(
                () -> alice.browser.told().size() > 100 && bob.browser.told().size() > 100);
        assertThat(alice.received(StreamKind.AUDIO) + bob.received(StreamKind.AUDIO))
                .isZero();
        assertThat(rooms.counts().lobbies()).isEqualTo(2);
        assertThat(rooms.counts().rooms()).isZero();
        assertThat(media.news).as("no room knows them").isEmpty();

        rooms.adoptWarm(HER_PHONE, ROOM, ALICE);
        rooms.adoptWarm(HIS_PHONE, ROOM, BOB);
        media.until(() -> alice.received(StreamKind.CAMERA) > 60 && bob.received(StreamKind.CAMERA) > 60);
        assertThat(alice.received(StreamKind.AUDIO)).isPositive();
        assertThat(media.news).contains("connected alice", "connected bob");
        media.until(() -> rooms.counts().lobbies() == 0 && rooms.counts().peers() == 2);
        assertThat(rooms.counts().handshakes()).as("the same connections").isEqualTo(2);
        assertThat(alice.browser.badPackets() + bob.browser.badPackets()).isZero();
        media.until(() -> media.news.contains("quality alice"));
    }

    @Test
    void a_handshake_goes_on_where_it_was_begun() throws Exception {
        Client bob = media.enter(ROOM, BOB, SimCall.chromium());
        Client alice = media.warmUp(HER_PHONE, ALICE, SimCall.chromium());
        rooms.adoptWarm(HER_PHONE, ROOM, ALICE);
        media.until(() -> alice.received(StreamKind.CAMERA) > 30 && bob.received(StreamKind.CAMERA) > 30);
        assertThat(media.news).contains("connected alice", "connected bob");
    }

    @Test
    void an_adopted_device_replaces_the_users_other_one() throws Exception {
        Client bob = media.enter(ROOM, BOB, SimCall.chromium());
        Client old = media.enter(ROOM, ALICE, SimCall.chromium());
        media.until(() -> old.received(StreamKind.CAMERA) > 10);
        Client alice = media.warmUp(HER_PHONE, ALICE, SimCall.chromium());
        media.until(() -> alice.browser.told().size() > 50);
        rooms.adoptWarm(HER_PHONE, ROOM, ALICE);
        media.until(() -> alice.received(StreamKind.CAMERA) > 30);
        int before = bob.received(StreamKind.AUDIO);
        media.until(() -> bob.received(StreamKind.AUDIO) > before + 20);
        assertThat(rooms.counts().peers()).isEqualTo(2);
    }

    @Test
    void who_leaves_after_an_adoption_leaves_nothing_behind() throws Exception {
        Client alice = media.warmUp(HER_PHONE, ALICE, SimCall.chromium());
        media.until(() -> alice.browser.told().size() > 50);
        rooms.adoptWarm(HER_PHONE, ROOM, ALICE);
        rooms.closeSolo(HER_PHONE);
        media.until(() -> rooms.counts().rooms() == 1);
        rooms.leave(ROOM, ALICE);
        media.until(() -> rooms.counts().rooms() == 0 && rooms.counts().peers() == 0);
    }

    @Test
    void a_lobby_that_is_closed_says_goodbye_and_cannot_be_adopted() throws Exception {
        Client alice = media.warmUp(HER_PHONE, ALICE, SimCall.chromium());
        media.until(() -> alice.browser.told().size() > 50);
        rooms.closeSolo(HER_PHONE);
        rooms.adoptWarm(HER_PHONE, ROOM, ALICE);
        media.until(() -> rooms.counts().lobbies() == 0);
        long unknown = rooms.counts().drops().getOrDefault(Drop.UNKNOWN_ADDRESS.label(), 0L);
        media.until(() -> rooms.counts().drops().getOrDefault(Drop.UNKNOWN_ADDRESS.label(), 0L) > unknown + 10);
        assertThat(rooms.counts().rooms()).isZero();
    }

    @Test
    void a_second_warm_up_of_a_login_replaces_the_first() throws Exception {
        media.warmUp(HER_PHONE, ALICE, SimCall.chromium());
        Client second = media.warmUp(HER_PHONE, ALICE, SimCall.chromium());
        media.until(() -> second.browser.told().size() > 50);
        assertThat(rooms.counts().lobbies()).isEqualTo(1);
    }

    @Test
    void an_offer_that_is_none_leaves_the_lobby_as_it_is() throws Exception {
        Client alice = media.warmUp(HER_PHONE, ALICE, SimCall.chromium());
        assertThat(rooms.warmUp(HER_PHONE, ALICE, "hello").get(LoopbackMedia.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(Negotiation.Refused.class);
        media.until(() -> alice.browser.told().size() > 50);
    }

    @Test
    void the_small_picture_is_a_wish_that_the_lobby_keeps() throws Exception {
        Client alice = media.enter(ROOM, ALICE, SimCall.layeredChromium());
        Client bob = media.warmUp(HIS_PHONE, BOB, SimCall.chromium());
        media.until(() -> alice.browser.isSecured() && bob.browser.told().size() > 50);
        rooms.receiveSolo(HIS_PHONE, new ReceiveWish(false, Video.SMALL, true));
        rooms.adoptWarm(HIS_PHONE, ROOM, BOB);
        media.until(() -> bob.received(StreamKind.CAMERA) > 40);
        assertThat(bob.browser
                        .sink(StreamKind.CAMERA)
                        .payloads()
                        .get(0, SimSource.SMALL_PAYLOADS)
                        .cardinality())
                .isZero();
        assertThat(bob.received(StreamKind.AUDIO)).isZero();

        rooms.receive(ROOM, BOB, ReceiveWish.EVERYTHING);
        media.until(() -> bob.received(StreamKind.AUDIO) > 20
                && bob.browser.sink(StreamKind.CAMERA).payloads().nextSetBit(0) < SimSource.SMALL_PAYLOADS);
    }

    @Test
    void a_mirror_gives_back_sound_and_picture_until_it_is_closed() throws Exception {
        Client alice = media.openMirror(HER_PHONE, ALICE, SimCall.chromium());
        media.until(() -> alice.received(StreamKind.CAMERA) > 60 && alice.received(StreamKind.AUDIO) > 20);
        assertThat(rooms.counts().mirrors()).isEqualTo(1);
        assertThat(rooms.counts().peers()).isZero();
        rooms.adoptWarm(HER_PHONE, ROOM, ALICE);
        rooms.closeSolo(HER_PHONE);
        media.until(() -> rooms.counts().mirrors() == 0);
        assertThat(rooms.counts().rooms()).isZero();
    }

    @Test
    void a_lobby_restarts_its_ice() throws Exception {
        Client alice = media.warmUp(HER_PHONE, ALICE, SimCall.chromium());
        media.until(() -> alice.browser.told().size() > 50);
        alice.restartIce(offer -> rooms.restartSoloIce(HER_PHONE, offer));
        int before = alice.browser.told().size();
        media.until(() -> alice.browser.told().size() > before + 50);
        assertThat(rooms.counts().handshakes()).isEqualTo(1);
    }
}
