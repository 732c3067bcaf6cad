package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.ARule.aRule;
import static io.tocsin.e2e.domain.AnEvent.anEvent;
import static io.tocsin.e2e.domain.Names.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.tocsin.e2e.api.Receiver;
import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;

@Story
class WebhookStory {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TEMPLATE = """
            {"rule": "{{alert.rule.name}}", "state": "{{#eq type 2}}open{{else}}well{{/eq}}"}""";

    private final String disk = unique("disk");

    @Test
    void anAlertCallsItsWebhookUntilItIsHeardAndThenTellsItsClear(Tocsin tocsin) throws Exception {
        try (var receiver = Receiver.start()) {
            var rule = aRule(disk).matching("disk:" + disk + " status:error")
                    .calling(tocsin.webhooks().create(disk, receiver.url(), TEMPLATE));
            tocsin.rules().create(rule);

            tocsin.events().post(anEvent("Disk full").tagged("disk:" + disk).keyed(disk).build());
            await().atMost(PATIENCE).until(() -> receiver.calls().size() == 2);
            tocsin.events().post(anEvent("Disk fine").recovering().tagged("disk:" + disk).keyed(disk).build());
            await().atMost(PATIENCE).until(() -> receiver.calls().size() == 3);

            assertThat(receiver.calls()).extracting(call -> call.body().getString("state"))
                    .containsExactly("open", "open", "well");
            assertThat(receiver.calls()).extracting(call -> call.body().getString("rule")).containsOnly(disk);
            assertThat(receiver.calls().get(1).id()).isEqualTo(receiver.calls().get(0).id());
            assertThat(receiver.calls().get(2).id()).isNotEqualTo(receiver.calls().get(0).id());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(tocsin.auditLog().about(disk)).extracting(entry -> entry.get("event"))
                            .contains("Connector created.", "Webhook operation created.",
                                    "Webhook operation's connectors assigned.", "Alert rule created."));
        }
    }
}
