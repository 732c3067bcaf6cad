package io.tocsin.outbox.setaside;

/** @param messages how many go again */
record Redriven(int messages) {

    /** @throws NotSetAside when the message was not found */
    static Redriven one(boolean found, String id) {
        if (!found) {
            throw new NotSetAside("no message " + id + " is set aside");
        }
        return new Redriven(1);
    }

    static class NotSetAside extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotSetAside(String reason) {
            super(reason);
        }
    }
}
