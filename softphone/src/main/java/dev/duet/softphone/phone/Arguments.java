// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone;

import dev.duet.client.call.state.CallMedia;
import dev.duet.id.UserId;
import dev.duet.softphone.phone.choice.Order;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command line of `duet call`.
final class Arguments {
    @Parameters(arity = "0..1", paramLabel = "USER", description = "Whom to call.")
    private @Nullable String user;

    @Option(names = "--answer", description = "Wait for calls instead, and answer each.")
    private boolean answer;

    @Option(names = "--as", paramLabel = "NAME", description = "Who you are. Default: your name on this machine.")
    private @Nullable String self;

    @Option(names = "--voice", description = "Call without a picture.")
    private boolean voice;

    @Option(names = "--video", paramLabel = "FILE", description = "Show this y4m file instead of the camera.")
    private @Nullable Path video;

    @Option(names = "--audio", paramLabel = "FILE", description = "Play this WAV file instead of the microphone.")
    private @Nullable Path audio;

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "Default: ${DEFAULT-VALUE}.")
    private String server = "";

    @Option(names = "--ticket", paramLabel = "SIG", description = "A UserSig, where the server gives none by itself.")
    private @Nullable String ticket;

    @Option(names = "--app", paramLabel = "ID", description = "The SDKAppID of that ticket.")
    private @Nullable Long app;

    @Option(
            names = "--ring",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long it rings. Default: ${DEFAULT-VALUE}.")
    private int ringSeconds;

    Order order() {
        return new Order(
                user,
                answer,
                self == null ? ownName() : self,
                voice ? CallMedia.AUDIO : CallMedia.VIDEO,
                new Order.Files(video, audio),
                server,
                new Order.Ticket(ticket, app),
                Duration.ofSeconds(ringSeconds));
    }

    private static String ownName() {
        String name = System.getProperty("user.name", "");
        return UserId.of(name).isPresent() ? name : "softphone";
    }
}
