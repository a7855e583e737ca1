// SPDX-License-Identifier: Apache-2.0
package dev.duet.example;

import dev.duet.client.call.Account;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server as `./duet start` runs it, which gives anybody a ticket for any user. In earnest your own backend gives
/// tickets, to users that it knows.
///
/// @param origin as `http://localhost:8080`
public record DevServer(String origin) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern APP = Pattern.compile("\"sdkAppId\":(\\d+)");
    private static final Pattern TICKET = Pattern.compile("\"userSig\":\"([^\"]+)\"");

    /// The server that a command line names first, or the one of this machine.
    public static DevServer of(String... args) {
        return new DevServer(args.length > 0 && args[0].contains("://") ? args[0] : "http://localhost:8080");
    }

    /// A user of it.
    ///
    /// @throws IOException when it is not there, or is no development server
    public Account account(String user) throws IOException, InterruptedException {
        String first = read(HTTP.send(request(user), BodyHandlers.ofString()), APP);
        return Account.of(
                origin,
                Long.parseLong(first),
                user,
                () -> HTTP.sendAsync(request(user), BodyHandlers.ofString()).thenApply(answer -> read(answer, TICKET)));
    }

    private HttpRequest request(String user) {
        return HttpRequest.newBuilder(URI.create(origin + "/v1/dev/usersig"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"userId\":\"" + user + "\"}"))
                .build();
    }

    private static String read(HttpResponse<String> answer, Pattern what) {
        Matcher found = what.matcher(answer.body());
        if (!found.find()) {
            throw new IllegalStateException("No ticket from " + answer.uri() + ": " + answer.body());
        }
        return found.group(1);
    }
}
