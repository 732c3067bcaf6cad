package io.tocsin.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresMemoryTest {

    private static final long GIGABYTE = 1L << 30;

    @ParameterizedTest
    @CsvSource({ "0, 128MB", "1, 256MB", "2, 512MB", "4, 1024MB", "64, 1024MB" })
    void aQuarterOfTheMachineWithinLimits(long gigabytes, String buffers) {
        assertThat(PostgresMemory.sharedBuffers(gigabytes * GIGABYTE)).isEqualTo(buffers);
    }
}
