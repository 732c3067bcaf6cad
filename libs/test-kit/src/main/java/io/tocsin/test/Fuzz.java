package io.tocsin.test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws what somebody sends who knows the names of things, and nothing of their values. The seed makes each run the same. */
public final class Fuzz {

    private final Random random;
    private final List<String> texts;

    /** @param texts which stand where values should */
    public Fuzz(long seed, List<String> texts) {
        this.random = new Random(seed);
        this.texts = List.copyOf(texts);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** From 0 to one less than this. */
    public int below(int end) {
        return random.nextInt(end);
    }

    public <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** As it may stand in a URL. */
    public String text() {
        return encoded(any(texts));
    }

    /** Of none to three of these parameters. */
    public String query(List<String> parameters) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(n -> any(parameters) + "=" + text())
                .collect(Collectors.joining("&"));
    }

    public MutatedJson bodies() {
        return new MutatedJson(random);
    }

    public byte[] bytes(int most) {
        var bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }
}
