package io.tocsin.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private static final Set<String> KNOWN = Set.of("--data", "--permission");

    @Test
    void valuesStandAfterABlankOrAnEqualsSign() {
        var arguments = Arguments.parse(List.of("--permission", "a", "--data=x=y", "--permission=b"), KNOWN);

        assertThat(arguments.get("--data")).contains("x=y");
        assertThat(arguments.all("--permission")).containsExactly("a", "b");
    }

    @Test
    void anUnknownWordIsRefusedByName() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--prot", "1"), KNOWN)).hasMessage("'--prot' is not known here.");
    }

    @Test
    void anOptionWithoutAValueIsRefused() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--data"), KNOWN)).hasMessage("--data needs a value.");
        assertThatThrownBy(() -> Arguments.parse(List.of("--data="), KNOWN)).hasMessage("--data needs a value.");
    }

    @Test
    void oneValueIsNotTwo() {
        var arguments = Arguments.parse(List.of("--data", "a", "--data", "b"), KNOWN);

        assertThatThrownBy(() -> arguments.get("--data")).hasMessage("--data is given twice.");
    }
}
