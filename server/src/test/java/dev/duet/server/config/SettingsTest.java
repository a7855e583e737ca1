// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.call.switchboard.AppPolicy.BusyPolicy;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static Settings read(String... lines) throws BadSettings {
        return Settings.of(SettingsFile.parse("duet.conf", List.of(lines)));
    }

    private static void refused(String sentence, String... lines) {
        assertThatThrownBy(() -> read(lines)).isInstanceOf(BadSettings.class).hasMessage(sentence);
    }

    @Test
    void nothing_chosen_is_the_defaults() throws BadSettings {
        Settings settings = read();

        assertThat(settings.listen().port()).isEqualTo(8080);
        assertThat(settings.listen().isLocal()).isTrue();
        assertThat(settings.listen().announce()).isEmpty();
        assertThat(settings.data()).isEqualTo(Path.of("./data"));
        assertThat(settings.dev()).isEqualTo(DevMode.AUTO);
        assertThat(settings.busy()).isEqualTo(BusyPolicy.CLIENT);
        assertThat(settings.rooms()).isEqualTo(new Settings.Rooms(Duration.ofSeconds(15)));
        assertThat(settings.logins()).isEqualTo(new Settings.Logins(10, 3, Duration.ofSeconds(10)));
        assertThat(settings.sockets())
                .isEqualTo(new Settings.Sockets(
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(45),
                        1 << 20,
                        50,
                        512,
                        List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"))));
        assertThat(settings.exchange()).isEqualTo(new Settings.Exchange(10_000));
        assertThat(settings.media()).isEqualTo(new Settings.Media(4 << 20, Settings.Ciphers.FASTEST));
        assertThat(settings.pages()).isEqualTo(new Settings.Pages(List.of(), Settings.Exposure.THIS_MACHINE));
    }

    @Test
    void no_setting_is_missing_in_the_list_of_all() {
        long declared = Arrays.stream(Catalogue.class.getDeclaredFields())
                .filter(field -> field.getType().equals(Setting.class))
                .count();
        assertThat(Catalogue.all()).hasSize((int) declared).doesNotHaveDuplicates();
    }

    @Test
    void values_are_read_in_their_units() throws BadSettings {
        Settings settings = read(
                "# who may call",
                "port = 9000 # not the default",
                "",
                "busy=server",
                "room.vanish = 1500ms",
                "media.buffer = 8MiB",
                "pages.origins = https://a.example, http://localhost:5173");

        assertThat(settings.listen().port()).isEqualTo(9000);
        assertThat(settings.busy()).isEqualTo(BusyPolicy.SERVER);
        assertThat(settings.rooms().vanish()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.media().receiveBufferBytes()).isEqualTo(8 << 20);
        assertThat(settings.pages().origins()).containsExactly("https://a.example", "http://localhost:5173");
    }

    @Test
    void the_last_of_one_key_wins() throws BadSettings {
        assertThat(read("port = 1", "port = 2").listen().port()).isEqualTo(2);
    }

    @Test
    void announcing_an_address_opens_the_server() throws BadSettings {
        Settings.Listen listen = read("announce = 203.0.113.7, [2001:db8::1]:443, 198.51.100.2:9000")
                .listen();

        assertThat(listen.isLocal()).isFalse();
        assertThat(listen.address()).isEqualTo(InetAddress.ofLiteral("0.0.0.0"));
        assertThat(listen.announce())
                .containsExactly(
                        new Announced(InetAddress.ofLiteral("203.0.113.7"), 0),
                        new Announced(InetAddress.ofLiteral("2001:db8::1"), 443),
                        new Announced(InetAddress.ofLiteral("198.51.100.2"), 9000));
    }

    @Test
    void for_neighbours_it_announces_this_machine_s_own_addresses_unless_told_others() throws BadSettings {
        List<InetAddress> own = List.of(InetAddress.ofLiteral("192.168.1.23"), InetAddress.ofLiteral("10.0.0.5"));

        Settings.Listen listen = lan(own, "lan = true");
        assertThat(listen.lan()).isTrue();
        assertThat(listen.reached()).isEqualTo(own);
        assertThat(listen.address()).isEqualTo(InetAddress.ofLiteral("0.0.0.0"));

        assertThat(lan(own, "lan = true", "announce = 192.168.9.9").reached())
                .containsExactly(InetAddress.ofLiteral("192.168.9.9"));
        assertThat(lan(own, "lan = true", "bind = 10.0.0.5").reached())
                .containsExactly(InetAddress.ofLiteral("10.0.0.5"));
        assertThat(lan(own, "lan = true", "bind = 0.0.0.0").reached()).isEqualTo(own);
        assertThat(lan(own).isLocal()).isTrue();
    }

    private static Settings.Listen lan(List<InetAddress> own, String... lines) throws BadSettings {
        return Settings.of(SettingsFile.parse("duet.conf", List.of(lines)), () -> own)
                .listen();
    }

    @Test
    void a_bound_address_stays_the_one_listened_on() throws BadSettings {
        assertThat(read("bind = 10.0.0.5", "announce = 203.0.113.7").listen().address())
                .isEqualTo(InetAddress.ofLiteral("10.0.0.5"));
    }

    @Test
    void an_unknown_key_names_itself_its_line_and_the_nearest() {
        refused(
                "In duet.conf line 2, there is no setting `room.vanihs`; the nearest is `room.vanish`.",
                "# comment",
                "room.vanihs = 15s");
    }

    @Test
    void a_bad_value_names_itself_and_what_it_must_be() {
        refused(
                "In duet.conf line 1, `room.vanish` is `15` but must be a duration such as 15s, 500ms, 2m or 1h,"
                        + " from 1s to 10m.",
                "room.vanish = 15");
        refused("In duet.conf line 1, `port` is `70000` but must be a whole number from 0 to 65535.", "port = 70000");
        refused("In duet.conf line 1, `busy` is `me` but must be server or client.", "busy = me");
        refused(
                "In duet.conf line 1, `media.buffer` is `1GiB` but must be a size such as 64KiB or 4MiB, from 64KiB to"
                        + " 64MiB.",
                "media.buffer = 1GiB");
        refused(
                "In duet.conf line 1, `announce` is `example.com` but must be a list, with commas between, of an IP"
                        + " address such as 203.0.113.7, 203.0.113.7:443 or [2001:db8::7]:443.",
                "announce = example.com");
    }

    @Test
    void a_line_that_is_no_setting_is_refused() {
        refused("In duet.conf line 1, `port 8080` is not a setting: write key = value.", "port 8080");
    }

    @Test
    void settings_that_contradict_each_other_are_refused() {
        refused(
                "`socket.silent` must be longer than `socket.ping`, or every quiet client is dropped.",
                "socket.ping = 60s");
        refused(
                "`bind` opens the server on every address, so `announce` must say under which addresses clients reach"
                        + " it.",
                "bind = 0.0.0.0");
        refused("`announce` must name an address clients can send to, not 0.0.0.0 or ::.", "announce = 0.0.0.0");
    }

    @Test
    void a_missing_file_is_one_sentence() {
        assertThatThrownBy(() -> SettingsFile.read(Path.of("/nowhere/duet.conf")))
                .hasMessage("The settings file /nowhere/duet.conf does not exist.");
    }
}
