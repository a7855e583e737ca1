// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.roster;

import dev.duet.frame.Platform;
import java.util.EnumMap;
import java.util.Map;

/// How many devices of one user may be logged in at once, per platform; one more kicks the oldest of that platform.
public record LoginPolicy(Map<Platform, Integer> instances) {

    /// Ten browsers and three devices of each other platform: the most the original service offers.
    public static final LoginPolicy GENEROUS = uniform(3).with(Platform.WEB, 10);

    /// One device per platform: the smallest plan of the original service.
    public static final LoginPolicy ONE_PER_PLATFORM = uniform(1);

    /// @throws IllegalArgumentException when a platform is missing or may have no device
    public LoginPolicy {
        for (Platform platform : Platform.values()) {
            if (instances.getOrDefault(platform, 0) < 1) {
                throw new IllegalArgumentException("at least one device must be allowed on " + platform);
            }
        }
        instances = Map.copyOf(instances);
    }

    /// The same number on every platform.
    public static LoginPolicy uniform(int instances) {
        Map<Platform, Integer> table = new EnumMap<>(Platform.class);
        for (Platform platform : Platform.values()) {
            table.put(platform, instances);
        }
        return new LoginPolicy(table);
    }

    /// This policy with another number for one platform.
    public LoginPolicy with(Platform platform, int instances) {
        Map<Platform, Integer> table = new EnumMap<>(this.instances);
        table.put(platform, instances);
        return new LoginPolicy(table);
    }

    /// How many devices of this platform a user may have logged in.
    public int instancesOn(Platform platform) {
        return instances.getOrDefault(platform, 1);
    }
}
