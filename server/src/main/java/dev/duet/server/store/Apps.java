// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.store;

import dev.duet.id.AppId;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The apps of a node and whether it was made for development; at least one app.
public record Apps(List<App> all, Origin origin) {
    /// Ten digits, as client SDKs of the field expect.
    private static final long FIRST_ID = 1_400_000_000L;

    private static final long IDS = 100_000_000L;
    private static final int SECRET_BYTES = 32;

    /// Whom the server was for when the data folder was made.
    public enum Origin {
        /// Whoever sits at this machine, or on its local network: names sign in.
        TRIAL,
        /// Anybody: an app server makes the tickets.
        NETWORK
    }

    public Apps {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a node without an app serves nobody");
        }
    }

    /// One new app.
    static Apps fresh(Origin origin, RandomGenerator random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        AppId id = new AppId(FIRST_ID + random.nextLong(IDS));
        return new Apps(List.of(new App(id, HexFormat.of().formatHex(secret))), origin);
    }

    public Optional<App> find(AppId id) {
        return all.stream().filter(app -> app.id().equals(id)).findFirst();
    }

    /// The app a newcomer uses.
    public App first() {
        return all.getFirst();
    }

    String toJson() {
        JsonArray apps = new JsonArray();
        for (App app : all) {
            apps.add(new JsonObject().put("sdkAppId", app.id().value()).put("secret", app.secret()));
        }
        return new JsonObject()
                        .put("dev", origin == Origin.TRIAL)
                        .put("apps", apps)
                        .encodePrettily()
                + "\n";
    }

    /// The apps, or empty when the text is not what [#toJson] writes.
    static Optional<Apps> ofJson(String text) {
        try {
            JsonObject root = new JsonObject(text);
            List<App> apps = root.getJsonArray("apps").stream()
                    .map(entry -> app((JsonObject) entry))
                    .toList();
            return Optional.of(new Apps(apps, root.getBoolean("dev") ? Origin.TRIAL : Origin.NETWORK));
        } catch (DecodeException | ClassCastException | NullPointerException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static App app(JsonObject entry) {
        String secret = entry.getString("secret");
        if (!secret.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a secret is 64 hex digits");
        }
        return new App(new AppId(entry.getLong("sdkAppId")), secret);
    }
}
