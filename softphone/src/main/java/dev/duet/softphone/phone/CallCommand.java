// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone;

import dev.duet.client.Result;
import dev.duet.client.call.Account;
import dev.duet.client.call.ClientOptions;
import dev.duet.client.call.DuetClient;
import dev.duet.client.media.MediaEngine;
import dev.duet.client.socket.Handset;
import dev.duet.softphone.phone.choice.Order;
import dev.duet.softphone.talk.CannotCall;
import dev.duet.softphone.talk.OnExit;
import dev.duet.softphone.talk.Threads;
import java.io.Console;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `duet call`: a telephone in the terminal.
@Command(
        name = "call",
        description = "Call somebody from this terminal, or wait for calls and answer them.",
        mixinStandardHelpOptions = true)
public final class CallCommand implements Callable<Integer> {
    private static final int FAREWELL_SECONDS = 3;

    @Mixin
    private final Arguments arguments = new Arguments();

    @Spec
    private @Nullable CommandSpec spec;

    private final InputStream keys;
    private final boolean ofTerminal;

    /// With the keys of the terminal.
    public CallCommand() {
        this(System.in, true);
    }

    /// With keys from elsewhere, for tests.
    CallCommand(InputStream keys, boolean ofTerminal) {
        this.keys = keys;
        this.ofTerminal = ofTerminal;
    }

    @Override
    public Integer call() throws CannotCall, InterruptedException {
        Order order = arguments.order();
        Optional<String> fault = order.fault();
        if (fault.isPresent()) {
            throw new CannotCall(fault.get());
        }
        Account account = new TicketOffice(order.server(), order.self()).account(order.ticket());
        MediaEngine engine = MediaEngine.load();
        Stock stock = Stock.of(order, engine.devices());
        Display display = new Display(Objects.requireNonNull(spec).commandLine().getOut(), ofTerminal && isWatched());
        stock.equipment().line().ifPresent(display::line);
        return talk(order, account, engine, stock, display);
    }

    private static boolean isWatched() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    private int talk(Order order, Account account, MediaEngine engine, Stock stock, Display display)
            throws CannotCall, InterruptedException {
        Optional<RawTerminal> raw = ofTerminal ? RawTerminal.open() : Optional.empty();
        try (Threads threads = Threads.open()) {
            DuetClient client = new DuetClient(
                    new Handset(threads.events()),
                    account,
                    new ClientOptions(() -> engine, threads.slow(), stock.sources(), false));
            Softphone phone = new Softphone(
                    client,
                    order,
                    display,
                    () -> new Earpiece(
                            engine.devices(), threads.slow(), stock.equipment().deaf() ? _ -> {} : display::line));
            try (OnExit _ = OnExit.run(() -> leave(client))) {
                Keyboard.listen(keys, phone::press);
                return phone.run();
            }
        } finally {
            raw.ifPresent(RawTerminal::close);
        }
    }

    /// Hangs up, so that the other side does not wonder.
    private static void leave(DuetClient client) {
        var _ = client.logout()
                .completeOnTimeout(Result.done(), FAREWELL_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
