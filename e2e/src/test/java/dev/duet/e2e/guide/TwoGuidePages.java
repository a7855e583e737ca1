// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.guide;

import dev.duet.e2e.TwoBrowsers;

/// Two who use an app made of the guide's snippets: red alice and blue bob.
public abstract class TwoGuidePages extends TwoBrowsers {
    /// The page in the red Chromium, where nothing has run.
    protected GuidePage redPage() {
        return GuidePage.open(emptyRed(), server().origin());
    }

    /// The page in the blue Chromium, where nothing has run.
    protected GuidePage bluePage() {
        return GuidePage.open(emptyBlue(), server().origin());
    }

    /// A call as the guide makes it: the caller previews, invites, the callee previews and accepts.
    protected static void call(GuidePage caller, String callee, GuidePage calleePage, String callType) {
        invite(caller, callee, calleePage, callType);
        if (callType.equals("videoCall")) {
            calleePage.run("() => guide.showCalleePreview(true)");
        }
        calleePage.run("() => guide.accept('')");
        for (GuidePage page : new GuidePage[] {caller, calleePage}) {
            page.shows("inCall");
            page.until("page.call.isOnCalling");
        }
    }

    /// The first half of a call: it rings.
    protected static void invite(GuidePage caller, String callee, GuidePage calleePage, String callType) {
        if (callType.equals("videoCall")) {
            caller.run("() => guide.showCallerPreview(true)");
        }
        caller.run(
                "([callee, callType]) => guide.sendInvitation(callee, callType, 30, { title: 'alice', desc: 'calls' })",
                new String[] {callee, callType});
        caller.shows("outgoing");
        calleePage.shows("incoming");
    }

    protected static void seeAndHear(GuidePage... pages) {
        for (GuidePage page : pages) {
            page.tab().seesAndHears();
        }
    }
}
