// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The read values of all settings.
final class Values {
    private final Map<Setting<?>, Object> read;

    private Values(Map<Setting<?>, Object> read) {
        this.read = read;
    }

    static Values of(List<Entry> entries) throws BadSettings {
        Map<String, Entry> chosen = new HashMap<>();
        for (Entry entry : entries) {
            refuseUnknown(entry);
            chosen.put(entry.key(), entry);
        }
        Map<Setting<?>, Object> read = new HashMap<>();
        for (Setting<?> setting : Catalogue.all()) {
            Entry entry = chosen.get(setting.key());
            read.put(setting, value(setting, entry == null ? byDefault(setting) : entry));
        }
        return new Values(read);
    }

    /// The value; its type is the one the setting's unit reads.
    @SuppressWarnings("unchecked")
    <T> T get(Setting<T> setting) {
        return (T) Optional.ofNullable(read.get(setting)).orElseThrow();
    }

    private static Entry byDefault(Setting<?> setting) {
        return new Entry(setting.key(), setting.fallback(), "the defaults");
    }

    private static Object value(Setting<?> setting, Entry entry) throws BadSettings {
        Optional<?> value = setting.unit().reader().apply(entry.value());
        if (value.isEmpty()) {
            throw new BadSettings("In " + entry.origin() + ", `" + entry.key() + "` is `" + entry.value()
                    + "` but must be " + setting.unit().wanted() + ".");
        }
        return value.get();
    }

    private static void refuseUnknown(Entry entry) throws BadSettings {
        List<String> keys = Catalogue.all().stream().map(Setting::key).toList();
        if (!keys.contains(entry.key())) {
            throw new BadSettings("In " + entry.origin() + ", there is no setting `" + entry.key()
                    + "`; the nearest is `" + Nearest.to(entry.key(), keys) + "`.");
        }
    }
}
