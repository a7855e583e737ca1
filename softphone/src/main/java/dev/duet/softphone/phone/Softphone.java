// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone;

import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.call.Call;
import dev.duet.client.call.ClientListener;
import dev.duet.client.call.DuetClient;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.Connection;
import dev.duet.client.call.state.EndSide;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.softphone.phone.choice.Key;
import dev.duet.softphone.phone.choice.Order;
import dev.duet.softphone.talk.CannotCall;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A telephone: one user, who calls once or answers again and again.
final class Softphone {
    private final DuetClient client;
    private final Order order;
    private final Display display;
    private final Supplier<Earpiece> earpieces;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private volatile @Nullable Conversation current;

    Softphone(DuetClient client, Order order, Display display, Supplier<Earpiece> earpieces) {
        this.client = client;
        this.order = order;
        this.display = display;
        this.earpieces = earpieces;
    }

    void press(Key key) {
        Conversation talking = current;
        if (talking != null) {
            talking.press(key);
        }
        if (key == Key.QUIT && (order.answer() || talking == null)) {
            exit.complete(0);
        }
    }

    /// The exit code, when all is over.
    int run() throws CannotCall, InterruptedException {
        client.on(new Listener());
        login();
        String peer = order.peer();
        if (peer == null) {
            waits();
        } else {
            display.line("Calling " + peer + " as " + order.self() + ". " + Key.HELP);
            join(client.call(peer, order.media(), order.ring()));
        }
        try {
            return exit.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof CannotCall why ? why : new CannotCall("It broke: " + failed);
        }
    }

    private void login() throws CannotCall {
        Result<Void> answer = client.login().join();
        switch (answer.code()) {
            case Code.OK -> {}
            case Code.CONNECT_TIMEOUT, Code.DISCONNECTED, Code.REQUEST_TIMEOUT ->
                throw TicketOffice.unreachable(order.server());
            default ->
                throw new CannotCall("The server refuses the ticket of " + order.self() + " (code " + answer.code()
                        + "). " + answer.desc() + " Another is made by ./duet usersig mint.");
        }
    }

    private void waits() {
        display.line("Waiting for calls to " + order.self() + ". " + Key.HELP);
    }

    private void join(Call call) {
        Conversation fresh = new Conversation(call, display, earpieces.get(), this::over);
        current = fresh;
        fresh.begin();
    }

    private void over(CallState.Ended ended) {
        current = null;
        if (order.answer()) {
            waits();
        } else {
            boolean happened = ended.side() == EndSide.LOCAL || !ended.talked().isZero();
            exit.complete(happened ? 0 : 1);
        }
    }

    private final class Listener implements ClientListener {
        @Override
        public void incoming(Call call) {
            if (order.answer()) {
                display.line(call.peer() + " calls.");
                join(call);
                var _ = call.accept();
            }
        }

        @Override
        public void connection(Connection now) {
            if (now == Connection.RECONNECTING) {
                display.line("The connection to the server broke; trying again …");
            }
        }

        @Override
        public void kicked(KickReason reason) {
            exit.completeExceptionally(new CannotCall(order.self() + " was signed out by the server: " + reason + "."));
        }
    }
}
