package io.tocsin.notifier.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What mails about detected events say, in English; {@code messages/detected_<language>.properties} has the other languages. */
@MessageBundle("detected")
public interface EventWords {

    @Message("RESOLVED")
    String resolved();

    @Message("WITHDRAWN")
    String takenBack();

    @Message("MERGED")
    String joined();

    @Message("{kind}: {name}")
    String title(String kind, String name);

    /** {@code type} as ThousandEyes' word. */
    @Message("{#switch type}{#case 'agent-local'}Local Agent Issue{#case 'dns'}DNS Issue{#case 'network'}Network Path Issue"
            + "{#case 'network-pop'}Network Outage{#case 'proxy'}Proxy Issue{#case 'target'}Server Issue"
            + "{#case 'target-network'}Network Issue{#else}{type}{/switch}")
    String kind(String type);

    /** {@code type} as ThousandEyes' word, {@code name} of the component at fault. */
    @Message("{#switch type}"
            + "{#case 'agent-local'}The likely cause is agent {name} itself, or the network beside it: it fails on several targets which other agents reach."
            + "{#case 'dns'}The likely cause are the name servers of {name}: what is tested there fails, and other domains are well."
            + "{#case 'network'}The likely cause is the network path {name}: other ways to the same targets are well."
            + "{#case 'network-pop'}The likely cause is the network {name}: its agents fail on several targets which others reach."
            + "{#case 'proxy'}The likely cause is the proxy {name}: what goes through it fails, and what does not is well."
            + "{#case 'target'}The likely cause is the server {name}: several agents fail on it, and are well elsewhere."
            + "{#case 'target-network'}The likely cause is the network {name}: several targets in it fail together."
            + "{#else}The likely cause is {name}.{/switch}")
    String cause(String type, String name);

    @Message("{tests}, {agents} and {targets} have been affected since {since}.")
    String affected(String tests, String agents, String targets, String since);

    @Message("It ended at {ended}, after {lasted}; {tests}, {agents} and {targets} were affected.")
    String over(String ended, String lasted, String tests, String agents, String targets);

    @Message("It turned out to be a part of another event, which stands for it from now on.")
    String merged();

    @Message("Results which came late show that there was no such event.")
    String withdrawn();

    @Message("{#if count == 1}1 test{#else}{count} tests{/if}")
    String tests(int count);

    @Message("{#if count == 1}1 agent{#else}{count} agents{/if}")
    String agents(int count);

    @Message("{#if count == 1}1 target{#else}{count} targets{/if}")
    String targets(int count);

    // --- The small table ---

    @Message("Tests")
    String testsLabel();

    @Message("Agents")
    String agentsLabel();

    @Message("Targets")
    String targetsLabel();

    @Message("{total}, {own} of them in this account group")
    String ofThem(int total, int own);

    @Message("{count}: {names}")
    String namely(String count, String names);

    @Message("{names} and more")
    String andOthers(String names);

    @Message("Began")
    String beganLabel();

    @Message("Ended")
    String endedLabel();

    @Message("Failed rounds")
    String failedLabel();

    @Message("{failures} of {rounds} ({rate}); {usual} on usual days")
    String failed(int failures, int rounds, String rate, String usual);

    @Message("What went wrong")
    String wrongLabel();

    /** {@code phase} as detection calls it. */
    @Message("{#switch phase}{#case 'proxy'}proxy errors{#case 'dns'}names not resolved{#case 'network'}lost packets or slow network"
            + "{#case 'unreachable'}no answer{#case 'server'}server errors{#case 'slow'}slow responses{#else}{phase}{/switch}")
    String wrong(String phase);

    @Message("Likelier than chance")
    String chanceLabel();

    /** Each such as 10 with a raised 25. */
    @Message("{times} times (more than {needed} is needed)")
    String chance(String times, String needed);

    @Message("Rejected")
    String rejectedLabel();

    @Message("{title}, {times} times less likely")
    String less(String title, String times);

    @Message("{title}, hardly less likely")
    String hardlyLess(String title);

    // --- The picture ---

    @Message("failed rounds")
    String failing();

    @Message("without a fault")
    String usual();

    @Message("0 to {top}, by the minute")
    String scale(String top);

    @Message("Share of rounds which failed from {begin} to {end}: {highest} at most, {latest} at the end; {usual} without a fault.")
    String picture(String begin, String end, String highest, String latest, String usual);

    @Message("HH:mm zzz")
    String clockPattern();

    // --- Around it ---

    @Message("Open the event")
    String open();

    @Message("See the evidence")
    String evidence();

    @Message("You get this mail because {recipient} opted in for events detected in account group {accountGroup}.")
    String why(String recipient, String accountGroup);
}
