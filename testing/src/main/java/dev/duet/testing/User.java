// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Which user a [TestUser] parameter is; the same name is the same user within a test.
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface User {
    String value();
}
