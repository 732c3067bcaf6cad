package io.tocsin.detection.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://www.Example.com:8443/cart?x=1, www.example.com, example.com
            www.example.com:443,                   www.example.com, example.com
            shop.example.co.uk,                    shop.example.co.uk, example.co.uk
            [2001:db8::1]:443,                     2001:db8::1,
            198.51.100.7:80,                       198.51.100.7,
            printer,                               printer,
            """)
    void aTargetIsAHostOfADomain(String server, String host, String domain) {
        var read = Host.of(server).orElseThrow();

        assertThat(read.name()).isEqualTo(host);
        assertThat(read.rootDomain()).isEqualTo(Optional.ofNullable(domain));
    }
}
