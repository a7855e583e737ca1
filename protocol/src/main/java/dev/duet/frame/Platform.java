// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

/// What a device runs; the login policy counts devices per platform.
public enum Platform {
    WEB,
    ANDROID,
    IOS,
    WINDOWS,
    MAC,
    LINUX,
    JAVA
}
