package io.tocsin.alerts.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.database.StoredJson;
import io.tocsin.model.Editor;
import io.tocsin.model.Scope;

/** Writes rules to their table, and lets their alerts follow. */
@ApplicationScoped
class RuleChanges {

    private final RuleStore store;
    private final AlertsOfRuleStore alerts;
    private final StoredJson json;

    RuleChanges(RuleStore store, AlertsOfRuleStore alerts, StoredJson json) {
        this.store = store;
        this.alerts = alerts;
        this.json = json;
    }

    /** By nobody; the account group is called by its id until an editor's credential says its name. */
    Uni<Void> insertBuiltIn(Scope scope, Instant now) {
        var rules = BuiltInRules.ALL.stream()
                .map(settings -> entity(scope, scope.accountGroup(), settings, now))
                .toList();
        return store.persist(rules);
    }

    Uni<Rule> insert(Editor editor, RuleSettings settings, Instant now) {
        var entity = entity(editor.scope(), editor.accountGroup().name(), settings, now);
        return store.persistAndFlush(entity)
                .call(() -> unsetFormerDefault(entity, settings))
                .map(this::read);
    }

    /** What was counted for another expression says nothing about the new one: its alert ends, and counting begins anew. */
    Uni<Rule> update(RuleEntity entity, Editor editor, RuleSettings settings, Instant now) {
        var asksTheSame = RuleMeaning.of(json.read(entity.settings, RuleSettings.class)).equals(RuleMeaning.of(settings));
        write(entity, editor.accountGroup().name(), settings, now);
        return store.flush()
                .call(() -> unsetFormerDefault(entity, settings))
                .call(() -> asksTheSame ? letGo(entity, settings, now) : beginAnew(entity, now))
                .map(done -> read(entity));
    }

    /** A rule which names its tests has no alerts over those it does not name any more. */
    private Uni<Void> letGo(RuleEntity entity, RuleSettings settings, Instant now) {
        return Boolean.TRUE.equals(settings.isDefault()) || settings.testIds().isEmpty() && "agent".equals(settings.alertType())
                ? Uni.createFrom().voidItem()
                : alerts.disableBeside(settings.testIds(), entity.id, now);
    }

    private Uni<Void> beginAnew(RuleEntity entity, Instant now) {
        return alerts.disable(entity.id, now)
                .call(() -> alerts.forgetMatches(entity.id));
    }

    Uni<Rule> delete(RuleEntity entity, Instant now) {
        return alerts.disable(entity.id, now)
                .call(() -> store.delete(entity))
                .map(done -> read(entity));
    }

    private RuleEntity entity(Scope scope, String accountGroupName, RuleSettings settings, Instant now) {
        var entity = new RuleEntity();
        entity.organization = scope.organization();
        entity.accountGroup = scope.accountGroup();
        entity.createdAt = now;
        write(entity, accountGroupName, settings, now);
        return entity;
    }

    private void write(RuleEntity entity, String accountGroupName, RuleSettings settings, Instant now) {
        entity.accountGroupName = accountGroupName;
        entity.settings = json.write(settings);
        entity.updatedAt = now;
    }

    private Uni<Void> unsetFormerDefault(RuleEntity entity, RuleSettings settings) {
        return Boolean.TRUE.equals(settings.isDefault())
                ? store.unsetFormerDefault(entity.scope(), entity.id, settings.alertType())
                : Uni.createFrom().voidItem();
    }

    Optional<Rule> toRule(RuleEntity entity) {
        return Optional.ofNullable(entity).map(this::read);
    }

    List<Rule> toRules(List<RuleEntity> entities) {
        return entities.stream().map(this::read).toList();
    }

    private Rule read(RuleEntity entity) {
        return new Rule(entity.id, entity.scope(), entity.accountGroupName, json.read(entity.settings, RuleSettings.class));
    }
}
