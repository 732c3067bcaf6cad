package io.tocsin.notifier.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Every word of a mail that does not come from outside, in English; {@code messages/mail_<language>.properties} has the other
 * languages. Templates write {@code mail:source}.
 */
@MessageBundle("mail")
public interface MailWords {

    /** A pattern of {@link java.time.format.DateTimeFormatter}. */
    @Message("uuuu-MM-dd HH:mm:ss zzz")
    String timePattern();

    @Message("{days}\u00A0d {hours}\u00A0h")
    String days(long days, int hours);

    @Message("{hours}\u00A0h {minutes}\u00A0min")
    String hours(long hours, int minutes);

    @Message("{minutes}\u00A0min {seconds}\u00A0s")
    String minutes(long minutes, int seconds);

    @Message("{minutes}\u00A0min")
    String wholeMinutes(long minutes);

    @Message("{seconds}\u00A0s")
    String seconds(long seconds);

    // --- How loud ---

    @Message("INFO")
    String info();

    @Message("MINOR")
    String minor();

    @Message("MAJOR")
    String major();

    @Message("CRITICAL")
    String critical();

    @Message("HIGH")
    String high();

    @Message("MEDIUM")
    String medium();

    @Message("LOW")
    String low();

    @Message("EVENT")
    String event();

    @Message("ALERT")
    String alert();

    @Message("CLEARED")
    String cleared();

    @Message("was {severity}")
    String was(String severity);

    // --- Names ---

    @Message("{first} and {more} more")
    String andMore(String first, int more);

    @Message("{rule} on {where}")
    String on(String rule, String where);

    @Message("{thing}, seen from {names}")
    String seenFrom(String thing, String names);

    @Message("Test {test}")
    String ofTest(String test);

    // --- What is wrong, in one sentence; measured is empty or begins with its punctuation ---

    @Message("This rule has been violated since {since}{measured}.")
    String violated(String since, String measured);

    @Message("This rule has been violated since {since} by {names}.")
    String violatedBy(String since, String names);

    @Message("Test {test} has violated this rule since {since}{measured}.")
    String testViolates(String test, String since, String measured);

    @Message("Test {test} has violated this rule since {since}, seen from {names}.")
    String testViolatesSeenFrom(String test, String since, String names);

    @Message(": {metric}")
    String measured(String metric);

    @Message("All is well again since {ended}. The alert was open for {lasted}.")
    String wellAgain(String ended, String lasted);

    @Message("Test {test} is well again since {ended}. The alert was open for {lasted}.")
    String testWellAgain(String test, String ended, String lasted);

    // --- Labels ---

    @Message("Source")
    String source();

    @Message("Agent")
    String agent();

    @Message("Monitor")
    String monitor();

    @Message("Measured")
    String measurement();

    @Message("at the start")
    String atStart();

    @Message("at the end")
    String atEnd();

    @Message("since {time}")
    String since(String time);

    @Message("until {time}")
    String until(String time);

    @Message("and {count} more")
    String moreSources(int count);

    @Message("Notes of the rule")
    String notes();

    @Message("With it began")
    String together();

    @Message("Alert")
    String alertLabel();

    @Message("Rule")
    String ruleLabel();

    @Message("Test")
    String testLabel();

    @Message("id {id}")
    String testId(String id);

    @Message("Target")
    String target();

    @Message("Account group")
    String accountGroup();

    @Message("Condition")
    String condition();

    @Message("Open the alert")
    String openAlert();

    @Message("See the rule")
    String seeRule();

    @Message("See the test")
    String seeTest();

    @Message("You get this mail because the rule names {recipient} as a recipient.")
    String why(String recipient);

    @Message("Unsubscribe")
    String unsubscribe();

    // --- Several alerts in one mail ---

    @Message("{#if count == 1}1 alert{#else}{count} alerts{/if} in {accountGroup}")
    String digest(int count, String accountGroup);

    /** What a row says below its heading; {@code measured} as above. */
    @Message("since {since}{measured}")
    String digestOpen(String since, String measured);

    @Message("until {ended}, open for {lasted}")
    String digestCleared(String ended, String lasted);

    @Message("{open} open, {cleared} cleared.")
    String digestCounts(int open, int cleared);

    @Message("They came together, so they are told in one mail.")
    String digestTogether();

    @Message("More than {calm} notifications came for you within {window}, so a digest has taken over from single mails: it tells of "
            + "all {count} since {since}, and leaves none out. Single mails come back at {singlesAgain} if nothing more comes.")
    String digestStorm(int count, String since, int calm, String window, String singlesAgain);

    @Message("Digest of {count} notifications since {since}: {digest}")
    String digestSubject(int count, String since, String digest);

    @Message("Open the list of alerts")
    String openList();

    @Message("You get this mail because the rules name {recipient} as a recipient.")
    String whyDigest(String recipient);
}
