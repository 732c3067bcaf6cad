package io.tocsin.benchmarks.mail;

import java.io.IOException;
import java.sql.SQLException;

/** Whoever turns alerts into mails. Alerts are numbered; each leads to one mail, to an address made of its number. */
interface AlertSystem {

    String name();

    /** Whom the alert of this number is mailed to. */
    String recipient(int number);

    /** Opens an alert, as a monitoring system does; returns when it was answered. */
    void open(int number) throws IOException, InterruptedException;

    /** Ends it some time later, where the same alert will be opened again. */
    void clear(int number) throws IOException, InterruptedException;

    /** Leaves many alerts at once, from this number on, for {@link Flood}. */
    void openMany(int first, int count) throws IOException, InterruptedException, SQLException;
}
