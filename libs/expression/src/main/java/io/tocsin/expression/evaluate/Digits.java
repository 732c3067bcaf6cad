package io.tocsin.expression.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A number for people: two decimals, more only where they make the difference to a whole number, as in 99.9996. */
final class Digits {

    private static final int USUAL = 2;
    private static final int MOST = 9;

    private Digits() {}

    static String of(double number) {
        var exact = BigDecimal.valueOf(number);
        for (var scale = USUAL; scale <= MOST; scale++) {
            var rounded = exact.setScale(scale, RoundingMode.HALF_UP);
            if (!isWhole(rounded) || isWhole(exact)) {
                return plain(rounded);
            }
        }
        return plain(exact);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
