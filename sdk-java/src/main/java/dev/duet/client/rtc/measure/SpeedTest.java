// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.measure;

import dev.duet.client.RoomWire;
import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.Encoding;
import dev.duet.client.media.MediaKind;
import dev.duet.client.rtc.desk.Desk;
import dev.duet.client.rtc.desk.SessionSource.Lease;
import dev.duet.client.rtc.rule.EntryCheck;
import dev.duet.client.rtc.rule.Login;
import dev.duet.client.rtc.rule.SpeedJudge;
import dev.duet.client.rtc.told.RtcSpeedTestResult;
import dev.duet.client.rtc.type.RtcSpeedTestParams;
import dev.duet.client.stay.Landing;
import dev.duet.client.stay.Link;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Result.Answered;
import dev.duet.frame.Result.Nothing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sends a synthetic picture and voice to the server's mirror, and says how they came back.
public final class SpeedTest {
    /// A connection is up long before that, or will not be.
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    /// Long enough for the estimate of the bandwidth to settle, in steps of this.
    private static final Duration STEP = Duration.ofSeconds(1);

    private static final int STEPS = 5;
    private static final Duration LOOK = Duration.ofMillis(250);
    /// When nobody asks for the bandwidth, a call's is enough to see loss and delay.
    private static final int USUAL_KBPS = 800;

    private final Desk desk;
    private final RtcSpeedTestParams params;
    private final Consumer<Optional<RtcSpeedTestResult>> done;
    private Runnable timer = () -> {};
    private @Nullable Lease lease;
    private @Nullable Link echo;
    private @Nullable TestSignal signal;
    private @Nullable ConnectionStats first;
    private @Nullable ConnectionStats before;
    private double fastest;
    private boolean isOver;
    private boolean isAsked;

    /// One test.
    ///
    /// @param done told once how it went, or empty when it was stopped
    public SpeedTest(Desk desk, RtcSpeedTestParams params, Consumer<Optional<RtcSpeedTestResult>> done) {
        this.desk = desk;
        this.params = params;
        this.done = done;
    }

    public void run(Login login) {
        Lease held = desk.sessions().acquire(login);
        lease = held;
        Landing.then(held.signedIn(), signedIn -> {
            if (isOver) {
                return;
            }
            if (signedIn.isOk()) {
                connect(held.wire());
            } else {
                fail(signedIn.desc() + " (" + EntryCheck.entryCode(signedIn.code()) + ')');
            }
        });
    }

    /// Ends it; no result is told.
    public void stop() {
        end(Optional.empty());
    }

    private void fail(String why) {
        end(Optional.of(RtcSpeedTestResult.failed(why)));
    }

    private void end(Optional<RtcSpeedTestResult> result) {
        if (isOver) {
            return;
        }
        isOver = true;
        timer.run();
        if (signal != null) {
            signal.close();
        }
        if (echo != null) {
            echo.close();
        }
        Lease held = lease;
        if (held != null) {
            if (isAsked) {
                Landing.letBe(held.wire().request(new ClientRequest.StopSpeedTest(), Nothing.class::cast));
            }
            Landing.letBe(held.release().handle((gone, fault) -> true));
        }
        done.accept(result);
    }

    private void connect(RoomWire wire) {
        Landing.then(Link.open(wire, desk.tools(), state -> {}), made -> {
            Link link = made.data();
            if (link == null) {
                fail(made.desc());
            } else if (isOver) {
                link.close();
            } else {
                reflect(wire, link);
            }
        });
    }

    private void reflect(RoomWire wire, Link link) {
        echo = link;
        TestSignal sent = TestSignal.start();
        signal = sent;
        link.send(sent.outgoing());
        int wanted = Math.max(params.expectedUpBandwidth(), params.expectedDownBandwidth());
        int kbps = wanted == 0 ? USUAL_KBPS : wanted;
        link.shape(MediaKind.CAMERA, Encoding.FREE.withMaxBitsPerSecond(kbps * 1_000));
        Landing.then(link.offer(), offer -> {
            String sdp = offer.data();
            if (sdp == null) {
                fail(offer.desc());
            } else if (!isOver) {
                isAsked = true;
                ask(wire, link, sdp);
            }
        });
    }

    private void ask(RoomWire wire, Link link, String sdp) {
        Landing.then(wire.request(new ClientRequest.StartSpeedTest(sdp), Answered.class::cast), answer -> {
            Answered data = answer.data();
            if (isOver) {
                return;
            }
            if (data == null) {
                fail(answer.desc() + " (" + answer.code() + ')');
                return;
            }
            Landing.letBe(link.answer(data.sdp()));
            awaitUp(link, desk.sessions().now().plus(CONNECTING));
        });
    }

    private void awaitUp(Link link, Instant until) {
        if (link.isConnected()) {
            measure(link, 0);
        } else if (desk.sessions().now().isBefore(until)) {
            timer = desk.wakeIn(LOOK, () -> awaitUp(link, until));
        } else {
            fail("No media reached the server.");
        }
    }

    private void measure(Link link, int steps) {
        Landing.then(link.stats(), result -> {
            ConnectionStats now = result.data();
            if (isOver) {
                return;
            }
            if (now == null) {
                fail(result.desc());
            } else {
                note(now);
                next(link, now, steps);
            }
        });
    }

    private void next(Link link, ConnectionStats now, int steps) {
        if (steps == STEPS) {
            finish(now);
        } else {
            timer = desk.wakeIn(STEP, () -> measure(link, steps + 1));
        }
    }

    private void note(ConnectionStats now) {
        if (first == null) {
            first = now;
        }
        if (before != null) {
            fastest = Math.max(fastest, SpeedJudge.kbpsBetween(before, now));
        }
        before = now;
    }

    private void finish(ConnectionStats last) {
        ConnectionStats begin = first;
        end(begin == null ? Optional.empty() : Optional.of(SpeedJudge.judge(begin, last, fastest, params)));
    }
}
