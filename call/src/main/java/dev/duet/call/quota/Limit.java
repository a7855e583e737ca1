// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.quota;

import java.time.Duration;

/// How much is too much: up to `burst` at once, then one more each `refill`.
public enum Limit {
    /// Logins of one user. A client that backs off from 1 s never meets it.
    LOGIN_ATTEMPTS(30, Duration.ofSeconds(1)),
    /// Refused tickets from one address; a wrong ticket is a mistake, hundreds are a search.
    REFUSED_TICKETS(30, Duration.ofSeconds(2)),
    /// Requests of one login. The original service allows 5/s; a call sends about ten within its first second.
    REQUESTS(100, Duration.ofMillis(50)),
    /// Invitations of one user: nobody dials more than five numbers a second, each of them may ring several phones.
    INVITES(30, Duration.ofMillis(200)),
    /// Custom commands of one login: 30/s, as the original service.
    CUSTOM_COMMANDS(30, Duration.ofSeconds(1).dividedBy(30)),
    /// Bytes in custom commands of one login: 8 KB/s, as the original service.
    CUSTOM_COMMAND_BYTES(8192, Duration.ofSeconds(1).dividedBy(8192)),
    /// Each of the four requests about who can be reached, of one login: 20 in 5 s, as the original service.
    STATUS_QUERIES(20, Duration.ofMillis(250)),
    STATUS_SUBSCRIPTIONS(20, Duration.ofMillis(250)),
    STATUS_UNSUBSCRIPTIONS(20, Duration.ofMillis(250)),
    STATUS_CHANGES(20, Duration.ofMillis(250)),
    /// Speed tests of one login. Each costs a handshake and the traffic of a call; a person runs one, and one again.
    SPEED_TESTS(5, Duration.ofSeconds(10));

    private final int burst;
    private final Duration refill;

    Limit(int burst, Duration refill) {
        this.burst = burst;
        this.refill = refill;
    }

    public int burst() {
        return burst;
    }

    /// How long it takes until one more is allowed.
    public Duration refill() {
        return refill;
    }
}
