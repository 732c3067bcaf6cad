package io.tocsin.notifier.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** {@code templates/mail}. */
@CheckedTemplate(basePath = "mail")
final class MailTemplates {

    private MailTemplates() {}

    static native TemplateInstance alertHtml(AlertView alert);

    static native TemplateInstance alertText(AlertView alert);

    static native TemplateInstance eventHtml(EventView event);

    static native TemplateInstance eventText(EventView event);

    static native TemplateInstance digestHtml(DigestView digest);

    static native TemplateInstance digestText(DigestView digest);
}
