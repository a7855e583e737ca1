// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.ice.Wire.Sent;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A driver and a lite agent over a slow, lossy link, in virtual time.
class IceDriverSimTest {
    private static final InetSocketAddress SERVER = new InetSocketAddress("203.0.113.1", 8080);
    private static final InetSocketAddress DEAD = new InetSocketAddress("203.0.113.2", 8080);
    private static final InetSocketAddress HOME = new InetSocketAddress("192.0.2.1", 4000);
    private static final InetSocketAddress MOBILE = new InetSocketAddress("192.0.2.99", 5000);

    private final List<Candidate> candidates = List.of(
            Candidate.host(Candidate.Transport.UDP, DEAD, 0), Candidate.host(Candidate.Transport.UDP, SERVER, 1));

    @Test
    void a_path_is_found_past_a_dead_candidate() {
        Link link = new Link(1, 0);
        link.run(Duration.ofMillis(500));
        assertThat(link.driver.state()).isEqualTo(new IceState.Connected(SERVER));
        assertThat(link.lite.state()).isEqualTo(new IceState.Connected(HOME));
    }

    @Test
    void a_path_is_found_and_kept_through_30_percent_loss() {
        for (long seed = 1; seed <= 50; seed++) {
            Link link = new Link(seed, 0.3);
            link.run(Duration.ofSeconds(10));
            assertThat(link.driver.state()).as("seed %d", seed).isEqualTo(new IceState.Connected(SERVER));
            link.run(Duration.ofMinutes(2));
            assertThat(link.driver.state()).as("seed %d", seed).isEqualTo(new IceState.Connected(SERVER));
            assertThat(link.lite.state()).as("seed %d", seed).isEqualTo(new IceState.Connected(HOME));
        }
    }

    @Test
    void consent_is_renewed_about_every_five_seconds() {
        Link link = new Link(2, 0);
        link.run(Duration.ofSeconds(1));
        link.answered = 0;
        link.run(Duration.ofMinutes(5));
        assertThat(link.answered).isBetween(50, 75);
    }

    @Test
    void both_sides_notice_a_cut() {
        Link link = new Link(3, 0);
        link.run(Duration.ofSeconds(2));
        link.loss = 1;
        link.run(Duration.ofSeconds(37));
        assertThat(link.driver.state()).isEqualTo(new IceState.Lost());
        assertThat(link.lite.state()).isEqualTo(new IceState.Lost());
    }

    @Test
    void the_lite_side_follows_a_client_that_moves() {
        Link link = new Link(4, 0);
        link.run(Duration.ofSeconds(1));
        link.clientAddress = MOBILE;
        link.driver.localAddressChanged(link.now, link.fromDriver);
        link.run(Duration.ofMillis(100));
        assertThat(link.lite.state()).isEqualTo(new IceState.Connected(MOBILE));
    }

    @Test
    void the_lite_side_follows_an_unnoticed_move_with_the_next_consent_check() {
        Link link = new Link(5, 0);
        link.run(Duration.ofSeconds(1));
        link.clientAddress = MOBILE;
        link.run(Duration.ofSeconds(7));
        assertThat(link.lite.state()).isEqualTo(new IceState.Connected(MOBILE));
    }

    @Test
    void a_restart_keeps_the_path_and_changes_the_credentials() {
        Link link = new Link(6, 0.2);
        link.run(Duration.ofSeconds(3));
        Credentials client = Credentials.random(link.random);
        Credentials server = Credentials.random(link.random);
        link.lite.restart(server, link.now, link.fromLite);
        link.driver.restart(client, server, candidates, link.now, link.fromDriver);
        assertThat(link.driver.state()).isEqualTo(new IceState.Connected(SERVER));
        assertThat(link.lite.state()).isEqualTo(new IceState.Connected(HOME));
        link.run(Duration.ofMinutes(2));
        assertThat(link.driver.state()).isEqualTo(new IceState.Connected(SERVER));
        assertThat(link.lite.state()).isEqualTo(new IceState.Connected(HOME));
    }

    @Test
    void a_restart_revives_a_lost_path() {
        Link link = new Link(7, 0);
        link.loss = 1;
        link.run(Duration.ofSeconds(40));
        link.loss = 0;
        Credentials client = Credentials.random(link.random);
        Credentials server = Credentials.random(link.random);
        link.lite.restart(server, link.now, link.fromLite);
        link.driver.restart(client, server, candidates, link.now, link.fromDriver);
        link.run(Duration.ofSeconds(1));
        assertThat(link.driver.state()).isEqualTo(new IceState.Connected(SERVER));
        assertThat(link.lite.state()).isEqualTo(new IceState.Connected(HOME));
    }

    @Test
    void without_candidates_the_driver_gives_up() {
        Wire wire = new Wire();
        IceDriver driver = new IceDriver(
                new Credentials("client", "clientPasswordclientPass"),
                new Credentials("server", "serverPasswordserverPass"),
                List.of(),
                IceSettings.standard(),
                new SplittableRandom(1),
                0);
        driver.wake(0, wire);
        assertThat(wire.sent).isEmpty();
        assertThat(wire.wakeAt).isEqualTo(Duration.ofSeconds(30).toNanos());
        driver.wake(wire.wakeAt, wire);
        assertThat(driver.state()).isEqualTo(new IceState.Lost());
    }

    @Test
    void an_answer_to_nothing_or_from_elsewhere_or_unsealed_is_dropped() {
        Link link = new Link(8, 1);
        link.driver.wake(0, link.fromDriver);
        Wire answer = new Wire();
        Wire.Sent check = link.fromDriver.sent.getFirst();
        link.lite.receive(check.packet(), HOME, 0, answer);
        assertThat(link.driver.receive(answer.last().packet(), SERVER, 0, link.fromDriver))
                .isEqualTo(IceVerdict.WRONG_SOURCE);
        assertThat(link.driver.receive(check.packet(), DEAD, 0, link.fromDriver))
                .isEqualTo(IceVerdict.UNEXPECTED_KIND);
        assertThat(link.driver.receive(answer.last().packet(), DEAD, 0, link.fromDriver))
                .isEqualTo(IceVerdict.ACCEPTED);
        assertThat(link.driver.receive(answer.last().packet(), DEAD, 0, link.fromDriver))
                .isEqualTo(IceVerdict.UNKNOWN_TRANSACTION);
    }

    /// 20 to 60 ms one way, random loss, one client behind an address that may change.
    private final class Link {
        final SplittableRandom random;
        final Wire fromDriver = new Wire();
        final Wire fromLite = new Wire();
        final IceDriver driver;
        final IceLite lite;
        double loss;
        long now;
        int answered;
        InetSocketAddress clientAddress = HOME;
        private final PriorityQueue<Arrival> arrivals = new PriorityQueue<>(Comparator.comparingLong(Arrival::at));

        Link(long seed, double loss) {
            this.random = new SplittableRandom(seed);
            this.loss = loss;
            Credentials client = Credentials.random(random);
            Credentials server = Credentials.random(random);
            driver = new IceDriver(client, server, candidates, IceSettings.standard(), random.split(), now);
            lite = new IceLite(server, IceSettings.standard(), now);
        }

        void run(Duration time) {
            long end = now + time.toNanos();
            driver.wake(now, fromDriver);
            lite.wake(now, fromLite);
            drain();
            while (true) {
                long arrival = arrivals.isEmpty() ? Wire.NEVER : arrivals.peek().at;
                long next = Math.min(arrival, Math.min(fromDriver.wakeAt, fromLite.wakeAt));
                if (next > end) {
                    now = end;
                    return;
                }
                now = Math.max(now, next);
                step(arrival == next);
                drain();
            }
        }

        private void step(boolean arrived) {
            if (arrived) {
                Arrival arrival = arrivals.remove();
                if (arrival.sent.to().equals(SERVER)) {
                    answered += lite.receive(arrival.sent.packet(), arrival.from, now, fromLite)
                                    .accepted()
                            ? 1
                            : 0;
                } else if (arrival.sent.to().equals(clientAddress)) {
                    driver.receive(arrival.sent.packet(), arrival.from, now, fromDriver);
                }
                return;
            }
            fromDriver.wakeAt = Wire.NEVER;
            fromLite.wakeAt = Wire.NEVER;
            driver.wake(now, fromDriver);
            lite.wake(now, fromLite);
        }

        private void drain() {
            post(fromDriver.sent, clientAddress);
            post(fromLite.sent, SERVER);
        }

        private void post(List<Sent> sent, InetSocketAddress from) {
            for (Sent each : new ArrayList<>(sent)) {
                if (random.nextDouble() >= loss) {
                    arrivals.add(new Arrival(
                            now + Duration.ofMillis(random.nextInt(20, 61)).toNanos(), each, from));
                }
            }
            sent.clear();
        }

        private record Arrival(long at, Sent sent, InetSocketAddress from) {}
    }
}
