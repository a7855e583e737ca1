// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.watch;

import dev.duet.error.ErrorCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The numbers of one node, as `/metrics` shows them.
public final class Gauges implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<Runnable> updates = new CopyOnWriteArrayList<>();
    private final AtomicInteger sockets = new AtomicInteger();
    private final Counter refusedConnections = Counter.builder("duet.connections.refused")
            .description("Connections refused since their address had too many")
            .register(registry);
    private final Timer decisions = Timer.builder("duet.decision")
            .description("How long a request waits for its decision and the decision takes")
            .serviceLevelObjectives(
                    Duration.ofMillis(1),
                    Duration.ofMillis(5),
                    Duration.ofMillis(20),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(1))
            .register(registry);

    public Gauges() {
        Gauge.builder("duet.sockets.open", sockets, AtomicInteger::get)
                .description("Sockets open now, logged in or not")
                .register(registry);
    }

    /// For the parts that count what only they know.
    public MeterRegistry registry() {
        return registry;
    }

    public void socketOpened() {
        sockets.incrementAndGet();
    }

    /// `reason` is one of a fixed set of words, never text from outside.
    public void socketClosed(String reason) {
        sockets.decrementAndGet();
        count("duet.sockets.closed", "reason", reason);
    }

    /// An address had too many already.
    public void connectionRefused() {
        refusedConnections.increment();
    }

    public void requested(String method) {
        count("duet.requests", "method", method);
    }

    public void refused(ErrorCode code) {
        count("duet.refusals", "code", code.name().toLowerCase(Locale.ROOT));
    }

    public void loggedIn() {
        count("duet.logins", "outcome", "accepted");
    }

    public void loginRefused(ErrorCode code) {
        count("duet.logins", "outcome", code.name().toLowerCase(Locale.ROOT));
    }

    /// An effect or event by kind.
    public void carriedOut(String kind) {
        count("duet.effects", "kind", kind);
    }

    public void decided(Duration time) {
        decisions.record(time);
    }

    /// A number that is read whenever somebody looks.
    public void gauge(String name, String description, Supplier<Number> reading) {
        Gauge.builder(name, reading).description(description).register(registry);
    }

    private void count(String name, String tag, String value) {
        Counter.builder(name).tag(tag, value).register(registry).increment();
    }

    /// Has something brought up to date before each look at the numbers.
    public void beforeScrape(Runnable update) {
        updates.add(update);
    }

    /// The Prometheus text format.
    public String scrape() {
        updates.forEach(Runnable::run);
        return registry.scrape();
    }

    @Override
    public void close() {
        registry.close();
    }
}
