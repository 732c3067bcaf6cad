package io.tocsin.notifier.intake;

/** @param channel by which it is told; @param recipient as the channel knows it */
record Addressee(String channel, String recipient) {

    static Addressee byMail(String address) {
        return new Addressee("email", address);
    }

    static Addressee byWebhook(String told) {
        return new Addressee("webhook", told);
    }
}
