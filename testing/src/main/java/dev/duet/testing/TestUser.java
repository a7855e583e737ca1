// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing;

import dev.duet.client.Result;
import dev.duet.client.call.Account;
import dev.duet.client.call.Call;
import dev.duet.client.call.ClientListener;
import dev.duet.client.call.ClientOptions;
import dev.duet.client.call.DuetClient;
import dev.duet.client.call.own.Sources;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.Connection;
import dev.duet.client.socket.Handset;
import dev.duet.testing.quiet.QuietEngine;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// A user who is signed in at a [TestServer] over a network of their own. What it waits for it waits for at most 10 s,
/// and then throws an [AssertionError] that says what was there instead.
public final class TestUser implements AutoCloseable {
    private final ExecutorService events =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final BlockingQueue<Call> incoming = new LinkedBlockingQueue<>();
    private final DuetClient client;

    TestUser(TestServer server, String name, ClientOptions options) {
        String origin = "http://127.0.0.1:" + server.network(name).signalPort();
        Account account = Account.of(
                origin, server.sdkAppId(), name, () -> CompletableFuture.completedFuture(server.userSig(name)));
        client = new DuetClient(new Handset(events, name + "-test"), account, options);
        client.on(new ClientListener() {
            @Override
            public void incoming(Call call) {
                incoming.add(call);
            }

            @Override
            public void waiting(Call call) {
                incoming.add(call);
            }
        });
        good(client.login());
    }

    /// Calls without devices and without media.
    static ClientOptions quiet() {
        QuietEngine engine = new QuietEngine();
        return ClientOptions.of(() -> engine, Sources.NONE);
    }

    /// Everything else that the user can do.
    public DuetClient client() {
        return client;
    }

    /// Calls somebody by voice for 30 s of the server's time.
    public Call calls(String userId) {
        return client.call(userId, CallMedia.AUDIO);
    }

    /// Waits for somebody to call.
    public Call rings() {
        return Patience.poll(incoming, "no incoming call");
    }

    /// Waits for a call to be in a state, and returns it.
    public <S extends CallState> S sees(Call call, Class<S> state) {
        return Patience.until(
                () -> state.isInstance(call.state()) ? state.cast(call.state()) : null,
                () -> "the call was not " + state.getSimpleName() + " but " + call.state());
    }

    /// Waits for a call to be talked in.
    public void talks(Call call) {
        sees(call, CallState.Talking.class);
    }

    /// Waits for the end of a call.
    public CallState.Ended ends(Call call) {
        return sees(call, CallState.Ended.class);
    }

    /// Waits for the connection to the server to be like this.
    public void sees(Connection state) {
        var _ = Patience.until(
                () -> client.connection() == state ? state : null,
                () -> "the connection was not " + state + " but " + client.connection());
    }

    /// Answers a call, and waits until the server has taken it.
    public void accepts(Call call) {
        good(call.accept());
    }

    private static void good(CompletableFuture<Result<Void>> answer) {
        Result<Void> result = Patience.until(() -> answer.getNow(null), () -> "no answer");
        if (!result.isOk()) {
            throw new AssertionError("refused with " + result.code() + ": " + result.desc());
        }
    }

    /// Signs out; the server is told, if it can be reached.
    @Override
    public void close() {
        var _ = client.logout();
        events.shutdown();
    }
}
