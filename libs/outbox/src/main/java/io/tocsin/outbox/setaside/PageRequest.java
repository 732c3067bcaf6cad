package io.tocsin.outbox.setaside;

import java.util.UUID;

/** Which page of set-aside messages is asked for; read here and not by JAX-RS, which answers 404 to a bad parameter. */
record PageRequest(UUID after, int limit) {

    private static final int DEFAULT = 100;
    private static final int MOST = 1000;

    /** @throws BadRequest when a value is not what its parameter takes */
    static PageRequest of(String after, String limit) {
        return new PageRequest(after == null ? null : uuid("after", after), limit == null ? DEFAULT : number("limit", limit));
    }

    static UUID uuid(String name, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(name + " is the id of a message, a UUID");
        }
    }

    static String required(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new BadRequest(name + " is missing");
        }
        return value;
    }

    private static int number(String name, String value) {
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST) {
            throw new BadRequest(name + " is a number from 1 to " + MOST);
        }
        return Integer.parseInt(value);
    }

    static class BadRequest extends RuntimeException {

        private static final long serialVersionUID = 1;

        BadRequest(String reason) {
            super(reason);
        }
    }
}
