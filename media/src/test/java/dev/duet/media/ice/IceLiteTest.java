// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.stun.Integrity;
import dev.duet.media.stun.StunAttribute;
import dev.duet.media.stun.StunMessage;
import dev.duet.media.stun.StunMessage.Kind;
import dev.duet.media.stun.TransactionId;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class IceLiteTest {
    private static final Credentials SERVER = new Credentials("serverUfrag1", "serverPasswordserverPass");
    private static final Credentials RESTARTED = new Credentials("serverUfrag2", "otherPasswordotherPasswor");
    private static final InetSocketAddress HOME = new InetSocketAddress("192.0.2.1", 4000);
    private static final InetSocketAddress MOBILE = new InetSocketAddress("2001:db8::7", 5000);

    private final SplittableRandom random = new SplittableRandom(1);
    private final Wire wire = new Wire();
    private long now = -5_000_000_000L;
    private final IceLite ice = new IceLite(SERVER, IceSettings.standard(), now);

    @Test
    void a_check_is_answered_with_the_address_it_came_from() {
        ByteBuffer check = check(SERVER);
        assertThat(receive(check, HOME)).isEqualTo(IceVerdict.ACCEPTED);
        StunMessage answer = StunMessage.parse(wire.last().packet()).orElseThrow();
        assertThat(wire.last().to()).isEqualTo(HOME);
        assertThat(answer.kind()).isEqualTo(Kind.SUCCESS);
        assertThat(answer.id()).isEqualTo(StunMessage.parse(check).orElseThrow().id());
        assertThat(answer.attributes()).containsExactly(new StunAttribute.XorMappedAddress(HOME));
        assertThat(answer.isProvenBy(Integrity.ofPassword(SERVER.password()))).isTrue();
    }

    @Test
    void a_path_needs_a_nomination() {
        receive(check(SERVER), HOME);
        assertThat(ice.state()).isEqualTo(new IceState.Waiting());
        assertThat(ice.path()).isNull();
        assertThat(receive(nomination(SERVER), HOME)).isEqualTo(IceVerdict.PATH_CHANGED);
        assertThat(ice.state()).isEqualTo(new IceState.Connected(HOME));
        assertThat(ice.path()).isEqualTo(HOME);
        assertThat(receive(nomination(SERVER), HOME)).isEqualTo(IceVerdict.ACCEPTED);
    }

    @Test
    void the_path_follows_a_nomination_from_another_address() {
        receive(nomination(SERVER), HOME);
        assertThat(receive(check(SERVER), MOBILE)).isEqualTo(IceVerdict.ACCEPTED);
        assertThat(ice.path()).isEqualTo(HOME);
        assertThat(receive(nomination(SERVER), MOBILE)).isEqualTo(IceVerdict.PATH_CHANGED);
        assertThat(ice.state()).isEqualTo(new IceState.Connected(MOBILE));
    }

    @Test
    void a_nomination_replayed_from_another_address_does_not_steal_the_path() {
        ByteBuffer nomination = nomination(SERVER);
        receive(nomination, HOME);
        wire.sent.clear();
        assertThat(receive(nomination, MOBILE)).isEqualTo(IceVerdict.REPLAYED);
        assertThat(ice.path()).isEqualTo(HOME);
        assertThat(wire.sent).isEmpty();
    }

    @Test
    void a_plain_check_from_elsewhere_moves_the_path_only_when_the_path_has_fallen_silent() {
        receive(nomination(SERVER), HOME);
        now += Duration.ofMillis(12_500).toNanos();
        assertThat(receive(check(SERVER), MOBILE)).isEqualTo(IceVerdict.ACCEPTED);
        receive(check(SERVER), HOME);
        now += Duration.ofMillis(12_500).toNanos() + 1;
        assertThat(receive(check(SERVER), MOBILE)).isEqualTo(IceVerdict.PATH_CHANGED);
        assertThat(ice.path()).isEqualTo(MOBILE);
    }

    @Test
    void a_retransmitted_nomination_is_answered_again() {
        ByteBuffer nomination = nomination(SERVER);
        receive(nomination, HOME);
        assertThat(receive(nomination, HOME)).isEqualTo(IceVerdict.ACCEPTED);
        assertThat(wire.sent).hasSize(2);
    }

    @Test
    void a_wrong_key_gets_no_answer() {
        Credentials guessed = new Credentials(SERVER.ufrag(), "wrongPasswordwrongPasswo");
        assertThat(receive(nomination(guessed), HOME)).isEqualTo(IceVerdict.WRONG_KEY);
        assertUntouched();
    }

    @Test
    void another_peers_user_name_gets_no_answer() {
        assertThat(receive(nomination(RESTARTED), HOME)).isEqualTo(IceVerdict.WRONG_USERNAME);
        assertThat(receive(nomination(new Credentials("serverUfrag", SERVER.password())), HOME))
                .isEqualTo(IceVerdict.WRONG_USERNAME);
        assertUntouched();
    }

    @Test
    void a_check_without_credentials_gets_no_answer() {
        TransactionId id = TransactionId.random(random);
        StunAttribute.Username username = new StunAttribute.Username(SERVER.ufrag() + ":client");
        assertThat(receive(StunMessage.write(Kind.REQUEST, id, List.of()), HOME))
                .isEqualTo(IceVerdict.NO_CREDENTIALS);
        assertThat(receive(StunMessage.write(Kind.REQUEST, id, List.of(username)), HOME))
                .isEqualTo(IceVerdict.NO_CREDENTIALS);
        assertThat(receive(
                        StunMessage.write(Kind.REQUEST, id, List.of(), Integrity.ofPassword(SERVER.password())), HOME))
                .isEqualTo(IceVerdict.NO_CREDENTIALS);
        assertUntouched();
    }

    @Test
    void bytes_that_are_not_stun_are_dropped() {
        byte[] noise = new byte[100];
        for (int i = 0; i < 1000; i++) {
            random.nextBytes(noise);
            noise[0] = 0;
            assertThat(receive(ByteBuffer.wrap(noise), HOME)).isEqualTo(IceVerdict.MALFORMED);
        }
        assertUntouched();
    }

    @Test
    void answers_and_indications_are_of_no_use() {
        TransactionId id = TransactionId.random(random);
        for (Kind kind : List.of(Kind.INDICATION, Kind.SUCCESS, Kind.ERROR)) {
            assertThat(receive(StunMessage.write(kind, id, List.of()), HOME)).isEqualTo(IceVerdict.UNEXPECTED_KIND);
        }
        assertUntouched();
    }

    @Test
    void a_peer_that_wants_to_be_controlled_is_told_of_the_conflict() {
        assertThat(receive(sealed(SERVER, new StunAttribute.IceControlled(1)), HOME))
                .isEqualTo(IceVerdict.ROLE_CONFLICT);
        StunMessage answer = StunMessage.parse(wire.last().packet()).orElseThrow();
        assertThat(answer.kind()).isEqualTo(Kind.ERROR);
        assertThat(answer.attributes()).containsExactly(new StunAttribute.ErrorCode(487, "Role Conflict"));
        assertThat(answer.isProvenBy(Integrity.ofPassword(SERVER.password()))).isTrue();
    }

    @Test
    void an_attribute_that_must_be_understood_and_is_not_is_refused() throws GeneralSecurityException {
        assertThat(receive(withUnknownAttribute(0x7123), HOME)).isEqualTo(IceVerdict.UNKNOWN_ATTRIBUTE);
        StunMessage answer = StunMessage.parse(wire.last().packet()).orElseThrow();
        assertThat(answer.attributes())
                .containsExactly(
                        new StunAttribute.ErrorCode(420, "Unknown Attribute"),
                        new StunAttribute.UnknownAttributes(List.of(0x7123)));
        assertThat(ice.state()).isEqualTo(new IceState.Waiting());
    }

    @Test
    void answers_per_second_are_bounded() {
        int answered = 0;
        for (int i = 0; i < 1000; i++) {
            now += Duration.ofMillis(1).toNanos();
            answered += receive(check(SERVER), HOME).accepted() ? 1 : 0;
        }
        assertThat(answered).isBetween(190, 201);
        assertThat(wire.sent).hasSize(answered);
        now += Duration.ofSeconds(1).toNanos();
        assertThat(receive(check(SERVER), HOME)).isEqualTo(IceVerdict.ACCEPTED);
    }

    @Test
    void an_answer_is_never_longer_than_a_check() {
        for (InetSocketAddress from : List.of(HOME, MOBILE)) {
            ByteBuffer check = check(SERVER);
            receive(check, from);
            assertThat(wire.last().packet().remaining()).isLessThanOrEqualTo(check.remaining());
        }
    }

    @Test
    void silence_for_the_expiry_loses_the_path_and_only_new_credentials_help() {
        receive(nomination(SERVER), HOME);
        ice.wake(now, wire);
        assertThat(wire.wakeAt).isEqualTo(now + Duration.ofSeconds(30).toNanos());
        now += Duration.ofSeconds(30).toNanos() - 1;
        ice.wake(now, wire);
        assertThat(ice.state()).isEqualTo(new IceState.Connected(HOME));
        now += 1;
        ice.wake(now, wire);
        assertThat(ice.state()).isEqualTo(new IceState.Lost());
        assertThat(ice.path()).isNull();
        assertThat(receive(nomination(SERVER), HOME)).isEqualTo(IceVerdict.EXPIRED);

        ice.restart(RESTARTED, now, wire);
        assertThat(ice.state()).isEqualTo(new IceState.Waiting());
        assertThat(receive(nomination(SERVER), HOME)).isEqualTo(IceVerdict.WRONG_USERNAME);
        assertThat(receive(nomination(RESTARTED), HOME)).isEqualTo(IceVerdict.PATH_CHANGED);
    }

    @Test
    void checks_keep_the_path_alive() {
        receive(nomination(SERVER), HOME);
        for (int i = 0; i < 20; i++) {
            now += Duration.ofSeconds(20).toNanos();
            receive(check(SERVER), HOME);
            ice.wake(now, wire);
        }
        assertThat(ice.state()).isEqualTo(new IceState.Connected(HOME));
    }

    @Test
    void a_wrong_key_does_not_keep_the_path_alive() {
        receive(nomination(SERVER), HOME);
        Credentials guessed = new Credentials(SERVER.ufrag(), "wrongPasswordwrongPasswo");
        now += Duration.ofSeconds(30).toNanos();
        receive(nomination(guessed), HOME);
        ice.wake(now, wire);
        assertThat(ice.state()).isEqualTo(new IceState.Lost());
    }

    @Test
    void a_peer_that_never_comes_is_lost_too() {
        now += Duration.ofSeconds(30).toNanos();
        ice.wake(now, wire);
        assertThat(ice.state()).isEqualTo(new IceState.Lost());
    }

    @Test
    void a_restart_keeps_the_old_session_until_the_new_one_is_nominated() {
        receive(nomination(SERVER), HOME);
        ice.restart(RESTARTED, now, wire);
        assertThat(ice.state()).isEqualTo(new IceState.Connected(HOME));
        assertThat(receive(check(SERVER), HOME)).isEqualTo(IceVerdict.ACCEPTED);
        assertThat(receive(check(RESTARTED), MOBILE)).isEqualTo(IceVerdict.ACCEPTED);
        assertThat(ice.path()).isEqualTo(HOME);
        assertThat(receive(nomination(RESTARTED), MOBILE)).isEqualTo(IceVerdict.PATH_CHANGED);
        assertThat(ice.path()).isEqualTo(MOBILE);
        assertThat(receive(nomination(SERVER), HOME)).isEqualTo(IceVerdict.WRONG_USERNAME);
        assertThat(ice.path()).isEqualTo(MOBILE);
    }

    @Test
    void a_restart_on_the_same_address_retires_the_old_credentials() {
        receive(nomination(SERVER), HOME);
        ice.restart(RESTARTED, now, wire);
        assertThat(receive(nomination(RESTARTED), HOME)).isEqualTo(IceVerdict.ACCEPTED);
        assertThat(receive(check(SERVER), HOME)).isEqualTo(IceVerdict.WRONG_USERNAME);
    }

    private IceVerdict receive(ByteBuffer datagram, InetSocketAddress from) {
        int position = datagram.position();
        IceVerdict verdict = ice.receive(datagram, from, now, wire);
        assertThat(datagram.position()).isEqualTo(position);
        return verdict;
    }

    private void assertUntouched() {
        assertThat(wire.sent).isEmpty();
        assertThat(ice.state()).isEqualTo(new IceState.Waiting());
    }

    private ByteBuffer check(Credentials server) {
        return sealed(server, new StunAttribute.IceControlling(9));
    }

    private ByteBuffer nomination(Credentials server) {
        return sealed(server, new StunAttribute.IceControlling(9), new StunAttribute.UseCandidate());
    }

    private ByteBuffer sealed(Credentials server, StunAttribute... more) {
        List<StunAttribute> attributes = new ArrayList<>(List.of(
                new StunAttribute.Username(server.ufrag() + ":client"), new StunAttribute.Priority(1_853_824_767)));
        attributes.addAll(List.of(more));
        return StunMessage.write(
                Kind.REQUEST, TransactionId.random(random), attributes, Integrity.ofPassword(server.password()));
    }

    /// A check with an empty attribute of that type, sealed by hand: our writer knows no such attribute.
    private static ByteBuffer withUnknownAttribute(int type) throws GeneralSecurityException {
        byte[] username = (SERVER.ufrag() + ":cli").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer check = ByteBuffer.allocate(20 + 4 + username.length + 4 + 24);
        check.putShort((short) 0x0001).putShort((short) (check.capacity() - 20)).putInt(0x2112A442);
        check.putInt(1).putLong(2);
        check.putShort((short) 0x0006).putShort((short) username.length).put(username);
        check.putShort((short) type).putShort((short) 0);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(SERVER.password().getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
        mac.update(check.array(), 0, check.position());
        check.putShort((short) 0x0008).putShort((short) 20).put(mac.doFinal());
        return check.flip();
    }
}
