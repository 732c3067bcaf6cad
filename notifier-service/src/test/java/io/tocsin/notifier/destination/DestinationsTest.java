package io.tocsin.notifier.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {

    private final Destinations destinations = new Destinations(settings(), Names.OF_THE_MACHINE);

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "0.0.0.0", "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.8", "198.18.0.1",
            "224.0.0.1", "240.0.0.1", "255.255.255.255", "203.0.113.9", "168.63.129.16", "[::1]", "[::]", "[fe80::1]",
            "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[::7f00:1]",
            "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::1]", "[2002:7f00:1::]", "[2002:a00:1::1]", "[2001::1]", "[2001:db8::1]",
            "[fec0::1]", "[100::1]", "[5f00::1]", "localhost" })
    void whatOnlyThisServiceCanReachIsForbidden(String host) {
        assertThatThrownBy(() -> destinations.resolve(URI.create("http://" + host + "/hook")))
                .isInstanceOfAny(Forbidden.class, Unresolved.class);
        assertThat(reaches(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "9.9.9.9", "172.32.0.1", "100.128.0.1", "[2606:4700::1111]", "[2a00:1450::1]",
            "[64:ff9b::909:909]", "[::ffff:9.9.9.9]" })
    void whatIsForEverybodyIsAllowed(String host) {
        assertThatCode(() -> destinations.resolve(URI.create("https://" + host + "/hook"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ftp://example.org/            | must begin with https:// or http://
            file:///etc/passwd            | must begin with https:// or http://
            gopher://example.org:70/      | must begin with https:// or http://
            //example.org/                | must begin with https:// or http://
            example.org                   | must begin with https:// or http://
            http:///hook                  | must name a host
            http://user@example.org/      | must have neither a user nor a fragment
            http://a:b@example.org/       | must have neither a user nor a fragment
            http://example.org/#there     | must have neither a user nor a fragment
            http://example.org:22/        | webhooks may not go to port 22
            http://example.org:25/        | webhooks may not go to port 25
            http://example.org:99999/     | webhooks may not go to port 99999
            http://10.0.0.1/              | private, local or reserved
            http://[::ffff:10.0.0.1]/     | private, local or reserved
            http://exa mple.org/          | is no URL
            http://127.0.0.1\\@a.org/     | is no URL
            """)
    void aUrlIsCheckedAsItIsWritten(String url, String message) {
        assertThatThrownBy(() -> destinations.check(url)).isInstanceOf(Forbidden.class).hasMessageContaining(message);
    }

    @Test
    void oneBadAddressAmongSeveralIsEnough() {
        var mixed = new Destinations(settings(), host -> List.of(InetAddress.getByName("9.9.9.9"), InetAddress.getByName(
                "::1")));

        assertThatThrownBy(() -> mixed.resolve(URI.create("https://rebind.example/")))
                .isInstanceOf(Forbidden.class)
                .hasMessageNotContaining("::1");
    }

    /** The second answer of a name server would be another: nobody asks it. */
    @Test
    void theNameIsAskedOnceAndTheCallGoesToWhatWasChecked() throws Exception {
        var asked = new ArrayList<String>();
        var rebinding = new Destinations(settings(), host -> {
            asked.add(host);
            return List.of(InetAddress.getByName(asked.size() == 1 ? "9.9.9.9" : "127.0.0.1"));
        });

        var destination = rebinding.resolve(URI.create("https://rebind.example/"));

        assertThat(asked).containsExactly("rebind.example");
        assertThat(destination.addresses()).containsExactly(InetAddress.getByName("9.9.9.9"));
        assertThat(destination.host()).isEqualTo("rebind.example");
    }

    @Test
    void whatIsAllowedBySettingIsAllowed() {
        var inside = new Destinations(settings("127.0.0.0/8", "fd00::/8"), Names.OF_THE_MACHINE);

        assertThatCode(() -> inside.resolve(URI.create("http://127.0.0.1:8080/"))).doesNotThrowAnyException();
        assertThatCode(() -> inside.resolve(URI.create("http://[fd00::1]/"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> inside.resolve(URI.create("http://10.0.0.1/"))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> inside.resolve(URI.create("http://169.254.169.254/"))).isInstanceOf(Forbidden.class);
    }

    @Test
    void aHostNobodyKnowsIsNotForbidden() {
        var nowhere = new Destinations(settings(), host -> {
            throw new UnknownHostException(host);
        });

        assertThatThrownBy(() -> nowhere.resolve(URI.create("https://nowhere.example/"))).isInstanceOf(Unresolved.class);
    }

    private boolean reaches(String host) {
        try {
            return !destinations.resolve(URI.create("http://" + host + "/")).addresses().isEmpty();
        } catch (Forbidden | Unresolved e) {
            return false;
        }
    }

    private static DestinationConfig settings(String... allow) {
        return new DestinationConfig() {

            @Override
            public Optional<List<String>> allow() {
                return Optional.of(List.of(allow));
            }

            @Override
            public List<String> ports() {
                return List.of("80", "443", "1024-65535");
            }

            @Override
            public boolean onlyHttps() {
                return false;
            }
        };
    }
}
