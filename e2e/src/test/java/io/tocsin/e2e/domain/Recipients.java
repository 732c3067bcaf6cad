package io.tocsin.e2e.domain;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.tocsin.test.ReceivedMail;
import io.tocsin.test.SmtpServer;

/** The addresses which {@link Names#address} made of names that begin alike, and what was mailed to them; by those names. */
final class Recipients {

    private final String beginning;
    private final SmtpServer smtp;

    private Recipients(String beginning, SmtpServer smtp) {
        this.beginning = beginning;
        this.smtp = smtp;
    }

    static Recipients of(String beginning, SmtpServer smtp) {
        return new Recipients(beginning, smtp);
    }

    Map<String, Long> mails() {
        return received().collect(groupingBy(Recipients::name, counting()));
    }

    /** Copies of a mail have one Message-ID. */
    Map<String, Long> distinctMails() {
        return received().collect(groupingBy(Recipients::name,
                collectingAndThen(mapping(ReceivedMail::messageId, toSet()), Recipients::size)));
    }

    private Stream<ReceivedMail> received() {
        return smtp.mails().stream().filter(mail -> name(mail).startsWith(beginning));
    }

    private static String name(ReceivedMail mail) {
        return mail.recipients().get(0).split("@")[0];
    }

    private static long size(Set<?> set) {
        return set.size();
    }
}
