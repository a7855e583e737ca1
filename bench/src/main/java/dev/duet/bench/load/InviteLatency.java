// SPDX-License-Identifier: Apache-2.0
package dev.duet.bench.load;

import dev.duet.id.UserId;
import dev.duet.server.Node;
import dev.duet.server.config.Entry;
import dev.duet.server.config.Settings;
import dev.duet.server.store.App;
import dev.duet.usersig.AppSecret;
import dev.duet.usersig.UserSigMint;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/// How long an invitation takes to ring: from the inviter's `invite` to the invitee's `newInvitation`, over real
/// sockets
/// on loopback, at a steady rate; beside it the round trip of a plain WebSocket echo under the same load.
///
///     ./build -q -pl bench -am package -DskipTests
///     java -cp 'bench/target/classes:bench/target/lib/*' dev.duet.bench.load.InviteLatency
public final class InviteLatency {
    private static final int PER_SECOND = 200;
    private static final int WARM_UP_SECONDS = 10;
    private static final int MEASURED_SECONDS = 20;

    /// Each user dials twice a second, well below the limit of five.
    private static final int PAIRS = 100;

    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient client =
            vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(PAIRS * 2));
    private final long[] sentNanos = new long[PER_SECOND * (WARM_UP_SECONDS + MEASURED_SECONDS)];
    private final long[] tookNanos = new long[sentNanos.length];
    private final AtomicInteger arrived = new AtomicInteger();

    private InviteLatency() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        InviteLatency bench = new InviteLatency();
        try {
            long[] echo = bench.echo();
            long[] invite = bench.invite();
            print(out, "echo round trip", echo);
            print(out, "invite to ring", invite);
            out.printf("ratio of the 99th percentiles: %.2f%n", at(invite, 0.99) / at(echo, 0.99));
        } finally {
            wait(bench.vertx.close());
        }
    }

    private long[] invite() throws Exception {
        Path data = Files.createTempDirectory("duet-bench").resolve("data");
        Settings settings =
                Settings.of(List.of(new Entry("port", "0", "bench"), new Entry("data", data.toString(), "bench")));
        try (Node node = Node.start(settings)) {
            List<WebSocket> inviters = new ArrayList<>();
            for (int pair = 0; pair < PAIRS; pair++) {
                inviters.add(logIn(node, "caller" + pair, frame -> {}));
                callee(node, pair);
            }
            return run(turn -> inviters.get(turn % PAIRS).writeTextMessage(invitation(turn)));
        }
    }

    private void callee(Node node, int pair) {
        WebSocket[] self = new WebSocket[1];
        self[0] = logIn(node, "callee" + pair, frame -> {
            if ("newInvitation".equals(frame.getString("method"))) {
                JsonObject invitation = frame.getJsonObject("params");
                arrived(Integer.parseInt(invitation.getString("data")));
                self[0].writeTextMessage(
                        request("reject", new JsonObject().put("inviteId", invitation.getString("inviteId"))));
            }
        });
    }

    private static String invitation(int turn) {
        return request(
                "invite",
                new JsonObject().put("invitee", "callee" + turn % PAIRS).put("data", Integer.toString(turn)));
    }

    private static final AtomicInteger LAST_ID = new AtomicInteger();

    private static String request(String method, JsonObject params) {
        return new JsonObject()
                .put("jsonrpc", "2.0")
                .put("id", LAST_ID.incrementAndGet())
                .put("method", method)
                .put("params", params)
                .encode();
    }

    private interface Ear {
        void hear(JsonObject frame);
    }

    private WebSocket logIn(Node node, String user, Ear ear) {
        WebSocket socket = wait(client.connect(node.port(), "127.0.0.1", "/v1/ws"));
        CountDownLatch answered = new CountDownLatch(1);
        socket.textMessageHandler(text -> {
            JsonObject frame = new JsonObject(text);
            answered.countDown();
            ear.hear(frame);
        });
        socket.writeTextMessage(request(
                "login",
                new JsonObject()
                        .put("sdkAppId", node.apps().first().id().value())
                        .put("userId", user)
                        .put("userSig", ticket(node, user))
                        .put("device", new JsonObject().put("id", user).put("platform", "java"))));
        await(answered, 10);
        return socket;
    }

    private static String ticket(Node node, String user) {
        App app = node.apps().first();
        return new UserSigMint(app.id(), AppSecret.of(app.secret()))
                .mint(new UserId(user), Instant.now(), Duration.ofHours(1));
    }

    private long[] echo() throws InterruptedException {
        HttpServer server = wait(vertx.createHttpServer()
                .webSocketHandler(socket -> socket.textMessageHandler(socket::writeTextMessage))
                .listen(0, "127.0.0.1"));
        List<WebSocket> sockets = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            WebSocket socket = wait(client.connect(server.actualPort(), "127.0.0.1", "/"));
            socket.textMessageHandler(text -> arrived(Integer.parseInt(text)));
            sockets.add(socket);
        }
        long[] took = run(turn -> sockets.get(turn % PAIRS).writeTextMessage(Integer.toString(turn)));
        wait(server.close());
        return took;
    }

    /// Takes turns at the rate and returns what those after the warm-up took, in order of size.
    private long[] run(IntConsumer say) throws InterruptedException {
        arrived.set(0);
        long start = System.nanoTime();
        long step = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
        for (int turn = 0; turn < sentNanos.length; turn++) {
            long due = start + turn * step;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            sentNanos[turn] = System.nanoTime();
            say.accept(turn);
        }
        for (int waits = 0; arrived.get() < sentNanos.length && waits < 100; waits++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        if (arrived.get() < sentNanos.length) {
            throw new IllegalStateException(sentNanos.length - arrived.get() + " never arrived");
        }
        long[] measured = Arrays.copyOfRange(tookNanos, PER_SECOND * WARM_UP_SECONDS, tookNanos.length);
        Arrays.sort(measured);
        return measured;
    }

    private void arrived(int turn) {
        tookNanos[turn] = System.nanoTime() - sentNanos[turn];
        arrived.incrementAndGet();
    }

    private static void print(PrintStream out, String what, long[] sortedNanos) {
        out.printf(
                "%-16s %d at %d/s: p50 %.2f ms, p99 %.2f ms, max %.2f ms%n",
                what, sortedNanos.length, PER_SECOND, at(sortedNanos, 0.5), at(sortedNanos, 0.99), at(sortedNanos, 1));
    }

    /// A quantile in milliseconds.
    private static double at(long[] sortedNanos, double share) {
        int index = (int) Math.min(sortedNanos.length - 1L, Math.round(share * sortedNanos.length));
        return sortedNanos[index] / 1e6;
    }

    private static <T> T wait(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static void await(CountDownLatch latch, int seconds) {
        try {
            if (!latch.await(seconds, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no answer within " + seconds + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
