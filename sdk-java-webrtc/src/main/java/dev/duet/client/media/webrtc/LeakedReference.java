// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.onvoid.webrtc.internal.NativeObject;
import dev.onvoid.webrtc.internal.RefCountedObject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A native reference that the library forgets to give back: `RTCPeerConnection.close` of 0.14.0 drops its own without
/// releasing it, and so two threads and two megabytes of each connection live for ever.
///
/// Looks into a private field of that version; of any other it does nothing.
final class LeakedReference extends RefCountedObject {
    private static final Logger LOG = System.getLogger(LeakedReference.class.getName());
    private static final String VERSION = "0.14.0";
    private static final @Nullable Field HANDLE = handle();

    private LeakedReference() {}

    private static @Nullable Field handle() {
        try (InputStream pom = RefCountedObject.class.getResourceAsStream(
                "/META-INF/maven/dev.onvoid.webrtc/webrtc-java/pom.properties")) {
            Properties properties = new Properties();
            if (pom != null) {
                properties.load(pom);
            }
            if (!VERSION.equals(properties.getProperty("version"))) {
                return null;
            }
            Field field = NativeObject.class.getDeclaredField("nativeHandle");
            field.setAccessible(true);
            return field;
        } catch (IOException | ReflectiveOperationException | RuntimeException locked) {
            LOG.log(Level.WARNING, "Each media connection leaves two threads behind.", locked);
            return null;
        }
    }

    /// Takes the reference of an object that is about to forget it; release it when the object is closed.
    static Runnable of(NativeObject object) {
        try {
            if (HANDLE == null) {
                return () -> {};
            }
            LeakedReference reference = new LeakedReference();
            HANDLE.setLong(reference, HANDLE.getLong(object));
            return reference::release;
        } catch (IllegalAccessException locked) {
            throw new IllegalStateException(locked);
        }
    }
}
