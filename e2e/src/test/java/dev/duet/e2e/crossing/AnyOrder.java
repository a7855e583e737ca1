// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.crossing;

import dev.duet.client.Result;
import dev.duet.client.call.Account;
import dev.duet.client.call.Call;
import dev.duet.client.call.ClientListener;
import dev.duet.client.call.ClientOptions;
import dev.duet.client.call.DuetClient;
import dev.duet.client.call.own.Sources;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.Meanwhile;
import dev.duet.client.call.state.RejectReason;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.VideoSource;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.synth.TestPicture;
import dev.duet.client.media.synth.Tone;
import dev.duet.client.socket.Handset;
import dev.duet.e2e.OwnAddress;
import dev.duet.e2e.RunningServer;
import dev.duet.server.config.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Two clients who call each other, and do with their calls whatever the API offers, in random orders. Runs in a JVM of
/// its own: exits with 1 on an exception anywhere, an answer that never comes, a call that never ends, or a thread that
/// is
/// left.
final class AnyOrder {
    /// Begins each line about what went wrong.
    static final String FAULT = "FAULT ";

    private static final int STEPS = 14;
    private static final int PATIENCE_SECONDS = 20;
    /// Held, since the log system forgets the level of a logger nobody holds.
    private static final Logger SERVER = Logger.getLogger("dev.duet");

    /// Threads of the SDK, of this class's executors, and of the library when they come to Java.
    private static final List<String> OURS = List.of("duet-", "pool-", "Thread-");
    /// Those of the SDK that serve the whole process.
    private static final List<String> ONCE =
            List.of("duet-sessions", "duet-http", "duet-media-pace-", "duet-media-exit");

    private static final Queue<String> FAULTS = new ConcurrentLinkedQueue<>();

    private final Random random;
    private final List<Phone> phones = new ArrayList<>();
    private final List<CompletableFuture<Result<Void>>> answers = new ArrayList<>();

    private AnyOrder(RunningServer server, long seed) {
        random = new Random(seed);
        phones.add(new Phone(server, "alice" + seed));
        phones.add(new Phone(server, "bob" + seed));
    }

    /// Arguments: how many orders, the first seed.
    public static void main(String[] args) {
        SERVER.setLevel(Level.WARNING);
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            fault.printStackTrace();
            fault(thread.getName() + " threw " + fault);
        });
        int orders = Integer.parseInt(args[0]);
        long first = Long.parseLong(args[1]);
        try (RunningServer server = RunningServer.start(
                new Entry("announce", OwnAddress.find(), "test"), new Entry("dev", "true", "test"))) {
            Set<Thread> before = threads();
            for (long seed = first; seed < first + orders; seed++) {
                run(server, seed);
            }
            noneLeft(before);
        }
        System.out.println(orders + " orders");
        if (!FAULTS.isEmpty()) {
            System.exit(1);
        }
    }

    private static void run(RunningServer server, long seed) {
        System.out.println("order of seed " + seed);
        try {
            new AnyOrder(server, seed).run();
        } catch (RuntimeException | Error thrown) {
            thrown.printStackTrace();
            fault("seed " + seed + " threw " + thrown);
        }
    }

    private static void fault(String what) {
        FAULTS.add(what);
        System.out.println(FAULT + what);
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    private static void noneLeft(Set<Thread> before) {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<String> left = left(before);
        while (!left.isEmpty() && System.nanoTime() < giveUp) {
            JavaPhone.rest(100);
            left = left(before);
        }
        if (!left.isEmpty()) {
            fault("threads are left: " + left);
        }
    }

    private static List<String> left(Set<Thread> before) {
        return threads().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> OURS.stream().anyMatch(name::startsWith))
                .filter(name -> ONCE.stream().noneMatch(name::startsWith))
                .toList();
    }

    private void run() {
        phones.forEach(phone -> ask(phone.client.login()));
        for (int i = 0; i < STEPS; i++) {
            step(phones.get(random.nextInt(2)), phones.get(random.nextInt(2)));
        }
        for (Phone phone : phones) {
            ask(phone.client.logout());
        }
        answers.forEach(AnyOrder::answered);
        for (Phone phone : phones) {
            for (Call call : phone.all) {
                JavaPhone.until("end of " + call, () -> call.state() instanceof CallState.Ended);
            }
            phone.close();
        }
    }

    private void step(Phone phone, Phone other) {
        Call call = phone.any(random);
        if (call == null || random.nextInt(6) == 0) {
            begin(phone, other);
            return;
        }
        switch (random.nextInt(20)) {
            case 0 -> ask(call.accept());
            case 1 -> {
                ask(call.accept());
                ask(call.accept(Meanwhile.END));
            }
            case 2 -> ask(call.reject(random.nextBoolean() ? RejectReason.BUSY : RejectReason.ACTIVE));
            case 3 -> ask(call.cancel());
            case 4 -> ask(call.hangUp());
            case 5 -> {
                ask(call.hangUp());
                ask(call.hangUp());
            }
            case 6 -> ask(call.hold());
            case 7 -> ask(call.resume());
            case 8 -> {
                ask(call.hold());
                ask(call.resume());
            }
            case 9 -> call.setMuted(random.nextBoolean());
            case 10 -> ask(call.setCamera(random.nextBoolean()));
            case 11 -> ask(call.setScreen(random.nextBoolean()));
            case 12 -> ask(call.switchMedia(random.nextBoolean() ? CallMedia.AUDIO : CallMedia.VIDEO));
            case 13 -> {
                call.hear(chunk -> {});
                call.show(frame -> {});
                call.showOwn(frame -> {});
            }
            case 14 -> {
                call.hear(null);
                call.show(null);
                call.showScreen(null);
                call.showOwn(null);
            }
            case 15 -> phone.closeSources();
            case 16 -> call.show(frame -> ask(call.hangUp()));
            case 17 -> {
                ask(phone.client.logout());
                if (random.nextBoolean()) {
                    ask(phone.client.login());
                }
            }
            case 18 -> answered(call.accept());
            default -> JavaPhone.rest(random.nextInt(150));
        }
    }

    private void begin(Phone phone, Phone other) {
        ask(phone.client.login());
        phone.all.add(phone.client.call(
                other.user, random.nextInt(3) == 0 ? CallMedia.AUDIO : CallMedia.VIDEO, Duration.ofSeconds(5)));
        if (random.nextBoolean()) {
            JavaPhone.rest(random.nextInt(100));
        }
    }

    private synchronized void ask(CompletableFuture<Result<Void>> answer) {
        answers.add(answer);
    }

    /// A refusal is an answer like any other, but not one that the SDK gives for a bug of its own.
    private static void answered(CompletableFuture<Result<Void>> answer) {
        try {
            String words = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS).desc();
            if (words.startsWith("The SDK failed")) {
                fault(words);
            }
        } catch (InterruptedException | ExecutionException | TimeoutException none) {
            fault("an answer: " + none);
        }
    }

    /// One user.
    private static final class Phone {
        final String user;
        final DuetClient client;
        final Queue<Call> all = new ConcurrentLinkedQueue<>();
        private final ExecutorService app = Executors.newSingleThreadExecutor();
        private final Queue<AudioSource> tones = new ConcurrentLinkedQueue<>();
        private final Queue<VideoSource> pictures = new ConcurrentLinkedQueue<>();

        Phone(RunningServer server, String user) {
            this.user = user;
            Sources sources = Sources.NONE
                    .withMicrophone(() -> kept(tones, Tone.start(440)))
                    .withCamera(() -> kept(pictures, TestPicture.start(160, 120, 15, new Colour(200, 30, 30))))
                    .withScreen(() -> kept(pictures, TestPicture.start(160, 90, 5, new Colour(30, 30, 30))));
            client = new DuetClient(
                    new Handset(app),
                    Account.of(
                            server.origin(),
                            server.app(),
                            user,
                            () -> CompletableFuture.completedFuture(server.ticket(user, Duration.ofHours(1)))),
                    ClientOptions.of(sources).withCallWaiting(true));
            client.on(new ClientListener() {
                @Override
                public void incoming(Call call) {
                    all.add(call);
                }

                @Override
                public void waiting(Call call) {
                    all.add(call);
                }
            });
        }

        private static <T> T kept(Queue<? super T> into, T source) {
            into.add(source);
            return source;
        }

        @Nullable
        Call any(Random random) {
            List<Call> known = new ArrayList<>(all);
            // The latest mostly: the others are over.
            return known.isEmpty() ? null : known.get(Math.max(known.size() - 1 - random.nextInt(3) / 2, 0));
        }

        void closeSources() {
            tones.forEach(AudioSource::close);
            pictures.forEach(VideoSource::close);
        }

        void close() {
            app.shutdown();
        }
    }
}
