// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.scenario;

import dev.duet.client.im.SdkListener;
import dev.duet.client.im.SignalingListener;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Every callback of a listener, as its name and what it was told.
final class Recorder {
    private Recorder() {}

    static SdkListener session(Consumer<List<@Nullable Object>> log) {
        return recording(SdkListener.class, log);
    }

    static SignalingListener signaling(Consumer<List<@Nullable Object>> log) {
        return recording(SignalingListener.class, log);
    }

    /// A listener equals itself only.
    @SuppressWarnings("ReferenceEquality")
    private static <L> L recording(Class<L> listener, Consumer<List<@Nullable Object>> log) {
        return listener.cast(Proxy.newProxyInstance(
                listener.getClassLoader(), new Class<?>[] {listener}, (self, method, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    return switch (method.getName()) {
                        case "equals" -> self == given[0];
                        case "hashCode" -> System.identityHashCode(self);
                        case "toString" -> listener.getSimpleName();
                        default -> {
                            List<@Nullable Object> call = new ArrayList<>();
                            call.add(method.getName());
                            Arrays.stream(given).map(Plain::of).forEach(call::add);
                            log.accept(call);
                            yield null;
                        }
                    };
                }));
    }
}
