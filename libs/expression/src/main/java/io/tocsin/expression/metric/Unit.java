package io.tocsin.expression.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A unit of an expression. Kilo is 1000 throughout. */
public enum Unit {
    MILLISECOND("ms", Dimension.TIME, 1),
    SECOND("s", Dimension.TIME, 1_000),
    MINUTE("min", Dimension.TIME, 60_000),
    PERCENT("%", Dimension.SHARE, 1),
    KILOBIT_PER_SECOND("kbps", Dimension.RATE, 1),
    MEGABIT_PER_SECOND("Mbps", Dimension.RATE, 1_000),
    BYTE("B", Dimension.SIZE, 1),
    KILOBYTE("kB", Dimension.SIZE, 1_000);

    private enum Dimension {
        TIME, SHARE, RATE, SIZE
    }

    private final String symbol;
    private final Dimension dimension;
    private final BigDecimal factor;

    Unit(String symbol, Dimension dimension, long factor) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.factor = BigDecimal.valueOf(factor);
    }

    public static Optional<Unit> named(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst();
    }

    public String symbol() {
        return symbol;
    }

    /** The symbols of all units which measure the same as this one. */
    public List<String> siblings() {
        return Arrays.stream(values())
                .filter(this::measuresSameAs)
                .map(Unit::symbol)
                .toList();
    }

    public boolean measuresSameAs(Unit other) {
        return dimension == other.dimension;
    }

    /** An amount of this unit as an amount of the other. */
    public BigDecimal to(Unit other, BigDecimal amount) {
        return amount.multiply(factor).divide(other.factor, MathContext.DECIMAL128);
    }

    /** {@code 99.8%} but {@code 12 ms}. */
    public String after(String number) {
        return this == PERCENT ? number + symbol : number + " " + symbol;
    }
}
