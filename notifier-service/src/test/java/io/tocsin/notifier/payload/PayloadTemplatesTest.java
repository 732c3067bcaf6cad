package io.tocsin.notifier.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.http.server.PublicUrl;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Kind;
import io.tocsin.notifier.Given;

class PayloadTemplatesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID DELIVERY = UUID.fromString("1f0c6a50-7c1f-4f6b-9f7e-6f4d3b2a1c00");

    private final PayloadTemplates templates = new PayloadTemplates(
            new AlertVariables(new PublicUrl("https://tocsin.example")), JSON);
    private final Given alert = Given.alert("disk \"full\"\non \\ web").on("web-1").on("web-2").saying("wake \"up\"");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {{type.id}}                              | 2
            {{type}}                                 | 2
            {{alert.severity.id}}                    | MAJOR
            {{alert.firstSeen.epochSecond}}          | 1795330572
            {{alert.firstSeen.epochMilli}}           | 1795330572000
            {{alert.firstSeen}}                      | 2026-11-22T06:56:12Z
            {{alert.timeCleared.epochSecond}}        | ``
            {{alert.rule.id}}                        | 7
            {{alert.rule.name}}                      | disk \\"full\\"\\non \\\\ web
            {{alert.rule.notes}}                     | wake \\"up\\"
            {{alert.rule.alertType.id}}              | event
            {{alert.rule.account.id}}                | 12
            {{alert.rule.account.organization.id}}   | acme
            {{alert.rule.account.organization.timezone.id}} | UTC
            {{alert.test.name}}                      | ``
            {{alert.details.size}}                   | 2
            {{alert.targets.size}}                   | 0
            {{alert.details.[1].source.id}}          | web-2
            {{#each alert.details}}{{source.name}}{{#unless @last}}, {{/unless}}{{/each}} | web-1, web-2
            {{#eq type 2}}opened{{/eq}}              | opened
            {{#if (eq alert.severity.id 'MAJOR')}}5{{/if}} | 5
            {{#if (neq type 2)}}a{{else}}b{{/if}}    | b
            `{{#with alert.rule as | rule |}}{{rule.id}}{{/with}}` | 7
            {{formatDate alert.firstSeen "yyyy-MM-dd HH:mm"}} | 2026-11-22 06:56
            {{formatExpression alert.rule.id}}       | 7
            """)
    void variablesAndHelpersAreThoseOfThousandEyes(String template, String text) throws BadTemplate {
        assertThat(render(template, Escaping.JSON)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {{class}}             |
            {{alert.class.name}}  |
            {{alert.getClass}}    |
            {{alert.details.class}} |
            {{alert.empty}}       |
            {{alert.rule.name.bytes}} |
            """)
    void nothingOfJavaIsReached(String template) throws BadTemplate {
        assertThat(render(template, Escaping.NONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": {{#if x}}1}                     | line 1, column
            `{"a":\n {{alert.id}`                 | line 2, column
            {{i18n "x"}}                          | could not find helper: 'i18n'
            {{lookup alert "id"}}                 | could not find helper: 'lookup'
            {{precompile "x"}}                    | could not find helper: 'precompile'
            {{embedded "x"}}                      | could not find helper: 'embedded'
            {{#block "x"}}a{{/block}}             | could not find helper: 'block'
            {{> /etc/passwd}}                     | partial shouldn't start with '/'
            {{> etc/passwd}}                      | there is no other template
            {{> ../../etc/passwd}}                | there is no other template
            `{"a": {{{alert.rule.name}}} }`       | is no JSON when filled in: line 1
            `{"a": {{#eq type 2}}1{{/eq}} }`      | for the clear of a test's alert
            ``                                    | it is empty
            {{formatDate alert.firstSeen "bb"}}   | is no pattern of a date
            """)
    void aBadTemplateIsRefusedWithItsPlace(String template, String message) {
        assertThatThrownBy(() -> templates.check(template == null ? "" : template, Escaping.JSON))
                .isInstanceOf(BadTemplate.class)
                .hasMessageContaining(message);
    }

    @Test
    void definingTemplatesInTemplatesIsRefused() {
        assertThatThrownBy(() -> templates.check("{{#*inline \"a\"}}{{> a}}{{/inline}}{{> a}}", Escaping.NONE))
                .isInstanceOf(BadTemplate.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{{#each alert.details}}", "{{#each ../alert.details}}", "{{#alert.details}}", "{{#each alert}}",
            "{{#with alert.details}}{{#each this}}{{#each ..}}" })
    void loopsInLoopsComeToAnEnd(String loop) {
        var name = loop.contains("#each") ? "each" : "alert.details";
        var ends = loop.contains("#with") ? "{{/each}}{{/each}}{{/with}}" : "{{/" + name + "}}";
        var template = loop.repeat(40) + "x" + ends.repeat(40);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                assertThat(render(template, Escaping.NONE).length()).isLessThanOrEqualTo(256 * 1024);
            } catch (BadTemplate e) {
                assertThat(e).hasMessageContaining("more than");
            }
        });
    }

    @Test
    void hugeAndDeepTemplatesAreRefused() {
        assertThatThrownBy(() -> render("{{#if a}}".repeat(3_000), Escaping.NONE)).isInstanceOf(BadTemplate.class);
        assertThatThrownBy(() -> render("x".repeat(40_000), Escaping.NONE)).isInstanceOf(BadTemplate.class);
    }

    @Test
    void aPayloadIsEscapedForWhatItIs() throws BadTemplate {
        var template = "{{alert.rule.name}}";

        assertThat(render(template, Escaping.XML)).startsWith("disk &quot;full&quot;");
        assertThat(render(template, Escaping.FORM)).isEqualTo("disk+%22full%22%0Aon+%5C+web");
        assertThat(render(template, Escaping.LINE)).isEqualTo("disk \"full\" on \\ web");
        assertThat(Escaping.of("text/xml; charset=utf-8")).isEqualTo(Escaping.XML);
        assertThat(Escaping.of("application/vnd.x+json")).isEqualTo(Escaping.JSON);
        assertThat(Escaping.of("text/plain")).isEqualTo(Escaping.NONE);
    }

    /** With all that templates written for ThousandEyes use: conditions, block parameters, absent members, commas between. */
    @Test
    void anElaborateTemplateWorks() throws Exception {
        var template = resource("ticket.hbs");

        templates.check(template, Escaping.JSON);
        var ticket = JSON.readTree(templates.render(template, Escaping.JSON,
                Given.alert("disk \"full\"").on("Oslo").ofTest("9", "shop", "shop.example", "agent").notification(Kind.CLEARED),
                DELIVERY));

        assertThat(ticket.path("urgency").asInt()).isEqualTo(2);
        assertThat(ticket.path("first").asText()).isEqualTo("shop.example");
        assertThat(ticket.at("/because/rule").asText()).isEqualTo("disk \"full\"");
        assertThat(ticket.at("/seen/0/from").asText()).isEqualTo("Oslo");
        assertThat(ticket.path("closed").asLong()).isPositive();
    }

    @Test
    void theBuiltInPayloadsAreJsonForEveryAlert() throws Exception {
        templates.check(BuiltIn.CLASSIC, Escaping.JSON);
        templates.check(BuiltIn.GENERIC, Escaping.JSON);

        var payload = classic(alert.notification(Kind.TRIGGERED));

        assertThat(payload.path("eventType").asText()).isEqualTo("ALERT_NOTIFICATION_TRIGGER");
        assertThat(payload.at("/alert/ruleName").asText()).isEqualTo("disk \"full\"\non \\ web");
        assertThat(payload.at("/alert/active").asInt()).isEqualTo(1);
        assertThat(payload.at("/alert/agents/1/agentName").asText()).isEqualTo("web-2");
        assertThat(classic(alert.notification(Kind.CLEARED)).path("eventType").asText()).isEqualTo("ALERT_NOTIFICATION_CLEAR");
    }

    private JsonNode classic(AlertNotification notification) throws Exception {
        return JSON.readTree(templates.render(BuiltIn.CLASSIC, Escaping.JSON, notification, DELIVERY));
    }

    private String render(String template, Escaping escaping) throws BadTemplate {
        var quoted = escaping == Escaping.JSON;
        var text = templates.render(quoted ? "\"" + template + "\"" : template, escaping, alert.notification(Kind.TRIGGERED),
                DELIVERY);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static String resource(String name) throws Exception {
        try (var stream = PayloadTemplatesTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
