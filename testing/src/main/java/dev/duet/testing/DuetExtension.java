// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives each test a server of its own, and users who are signed in there, by the names of the test's parameters'
/// [User] annotations.
///
/// ```java
/// @ExtendWith(DuetExtension.class)
/// class MyCallTest {
///     @Test
///     void nobody_answers(TestServer server, @User("alice") TestUser alice, @User("bob") TestUser bob) {
///         Call call = alice.calls("bob");
///         bob.rings();
///         server.pass(Duration.ofSeconds(30));
///         assertThat(alice.ends(call).reason()).isEqualTo(EndReason.NO_RESPONSE);
///     }
/// }
/// ```
public final class DuetExtension implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(DuetExtension.class);

    /// One test's server and its users; JUnit closes it after the test.
    private record Stage(TestServer server, Map<String, TestUser> users) implements AutoCloseable {
        TestUser user(String name) {
            return users.computeIfAbsent(name, server::user);
        }

        @Override
        public void close() {
            users.values().forEach(TestUser::close);
            server.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestServer.class || (type == TestUser.class && parameter.isAnnotated(User.class));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Stage stage = test.getStore(OURS)
                .computeIfAbsent(
                        Stage.class, key -> new Stage(TestServer.start(), new ConcurrentHashMap<>()), Stage.class);
        return parameter
                .findAnnotation(User.class)
                .<Object>map(user -> stage.user(user.value()))
                .orElse(stage.server());
    }
}
