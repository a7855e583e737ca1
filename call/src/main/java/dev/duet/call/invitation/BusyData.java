// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.invitation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The data with which the server rejects for a busy invitee, in the convention clients use among themselves.
public final class BusyData {
    /// Found wherever it stands in the data: clients nest it in `msg` or in `cmdInfo`. Letters only, so that it can be
    /// copied without escaping.
    private static final Pattern CALL_TYPE = Pattern.compile("\"callType\"\\s*:\\s*\"([A-Za-z]{1,32})\"");

    private BusyData() {}

    /// The answer to an invitation with this data; its call type is copied when it can be found.
    public static String of(String inviteData) {
        Matcher found = CALL_TYPE.matcher(inviteData);
        String callType = found.find() ? "\"callType\":\"" + found.group(1) + "\"," : "";
        return "{\"cmd\":\"av_call\",\"msg\":{" + callType + "\"reason\":\"busy\"}}";
    }
}
