// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.device;

import dev.duet.client.rtc.type.RtcMediaDeviceState;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was plugged and unplugged between two lists. Pure.
final class PlugWatch {
    /// One device that came or went.
    record Change(DeviceInfo device, RtcMediaDeviceState state) {}

    private @Nullable List<DeviceInfo> known;

    /// What has changed since the list before; the first list is what there is, not news.
    List<Change> look(List<DeviceInfo> now) {
        List<DeviceInfo> before = known == null ? now : known;
        known = List.copyOf(now);
        return Stream.concat(
                        missing(before, now).map(each -> new Change(each, RtcMediaDeviceState.REMOVE)),
                        missing(now, before).map(each -> new Change(each, RtcMediaDeviceState.ADD)))
                .toList();
    }

    private static Stream<DeviceInfo> missing(List<DeviceInfo> from, List<DeviceInfo> list) {
        return from.stream()
                .filter(one -> list.stream()
                        .noneMatch(each ->
                                each.type() == one.type() && each.deviceId().equals(one.deviceId())));
    }
}
