// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.roster;

import java.util.List;

/// Who had to go for a login: the same device's earlier logins, and the oldest devices beyond the policy.
public record Admission(List<Session> replaced, List<Session> kicked) {}
