package io.tocsin.dialects.datadog;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The two names of a source: the term one searches for, such as {@code my_apps}, and the one people see, {@code My Apps}. */
final class DatadogSources {

    static final String DEFAULT = "my_apps";

    /** Brands which do not simply start with a capital. */
    private static final Map<String, String> BRANDS = Map.ofEntries(
            Map.entry("vsphere", "vSphere"),
            Map.entry("github", "GitHub"),
            Map.entry("gitlab", "GitLab"),
            Map.entry("pagerduty", "PagerDuty"),
            Map.entry("circleci", "CircleCI"),
            Map.entry("mysql", "MySQL"),
            Map.entry("postgresql", "PostgreSQL"),
            Map.entry("mongodb", "MongoDB"),
            Map.entry("rabbitmq", "RabbitMQ"),
            Map.entry("newrelic", "New Relic"),
            Map.entry("teamcity", "TeamCity"),
            Map.entry("jira", "JIRA"),
            Map.entry("aws", "AWS"),
            Map.entry("ec2", "EC2"),
            Map.entry("rds", "RDS"),
            Map.entry("iis", "IIS"),
            Map.entry("haproxy", "HAProxy"),
            Map.entry("opsgenie", "OpsGenie"),
            Map.entry("fluentd", "FluentD"));

    private DatadogSources() {}

    static String term(String sourceTypeName) {
        return sourceTypeName == null ? DEFAULT : sourceTypeName.strip().toLowerCase(Locale.ROOT);
    }

    static String display(String term) {
        return Stream.of((term == null ? DEFAULT : term).split("[_\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> BRANDS.getOrDefault(word, capitalized(word)))
                .collect(joining(" "));
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
