"""Alert rules through ThousandEyes' official SDK for Python."""

import pytest
from thousandeyes_sdk.alerts.models import AlertType, RuleDetailUpdate
from thousandeyes_sdk.core.exceptions import BadRequestException, NotFoundException

EVERY_MEMBER = {
    "alertType": "bgp",
    "expression": "[((prefixLengthIPv4 >= 16) && (prefixLengthIPv4 <= 32))] ((reachability < 100%)  &&  (changes > 1))",
    "description": "Routes to the shop",
    "direction": "to-target",
    "notifyOnClear": True,
    "isDefault": False,
    "minimumSources": 2,
    "minimumSourcesPct": 10,
    "roundsViolatingMode": "exact",
    "roundsViolatingOutOf": 3,
    "roundsViolatingRequired": 2,
    "includeCoveredPrefixes": True,
    "sensitivityLevel": "medium",
    "severity": "major",
    "notifications": {"email": {"recipients": ["ann@example.com"], "message": "Look at it."}},
    "testIds": ["822"],
}

ONE_OF_EACH_TYPE = {
    "http-server": '((errorType != "None"))',
    "end-to-end-server": "((avgLatency >= 100 ms) && (loss > 5%))",
    "end-to-end-agent": '((bothWaysLoss >= 10%) && (bothWaysProbDetail != ""))',
    "page-load": "((errorCount >= 50) && (pageLoadHasError == true) && (Auto(timeToFirstByte >= Medium sensitivity)))",
    "web-transactions": '((webPages((webTxResponseTime >= 100 ms) && (webTxPageLoadError != ""))))',
    "transactions": "((steps[3]((stepDuration >= 5000 ms))))",
    "api": "((apiCompletion <= 100))",
    "ftp": '((ftpErrorType != "None"))',
    "dns-server": '((probDetail != ""))',
    "dns-trace": '((probDetail != ""))',
    "dnssec": '((probDetail != ""))',
    "voice": '((probDetail != "") && (discards >= 1%) && (Auto(latency >= Medium sensitivity)))',
    "sip-server": '((sipErrorType != "None") && (Auto(connectTime >= Medium sensitivity)))',
    "path-trace": "((hops((hopDelay >= 100 ms))))",
    "bgp": "((reachability < 100%))",
    "agent": "((lastContact >= 30 min))",
    "endpoint-network-server": "((loss >= 50%))",
    "endpoint-http-server": "((responseTime >= 500 ms))",
    "endpoint-path-trace": "((hops((hopDelay >= 100 ms))))",
}


def sent(rule):
    """Without what the server adds. The model's own to_dict leaves out what is read only."""
    members = rule.model_dump(by_alias=True, exclude_none=True, mode="json")
    return {name: value for name, value in members.items() if name not in ("ruleId", "_links", "tests", "alertGroupType")}


def test_every_member_comes_back_as_it_was_sent(te, make_rule, mark):
    rule = make_rule(**EVERY_MEMBER)

    expected = {"ruleName": mark} | EVERY_MEMBER
    assert sent(rule) == expected
    assert sent(te.rules.get_alert_rule(rule.rule_id)) == expected
    assert [test.test_id for test in te.rules.get_alert_rule(rule.rule_id).tests] == ["822"]
    assert rule.alert_group_type.value == "bgp"
    assert rule.links.var_self.href.endswith(f"/v7/alerts/rules/{rule.rule_id}")


def test_what_was_not_sent_does_not_come_back(te, make_rule):
    rule = make_rule(minimumSources=None, minimumSourcesPct=5)

    got = te.rules.get_alert_rule(rule.rule_id)
    assert (got.minimum_sources, got.minimum_sources_pct) == (None, 5)
    assert (got.description, got.direction, got.is_default, got.include_covered_prefixes) == (None,) * 4


@pytest.mark.parametrize("alert_type", ONE_OF_EACH_TYPE)
def test_a_rule_of_each_type(te, make_rule, alert_type):
    expression = ONE_OF_EACH_TYPE[alert_type]
    rule = make_rule(alertType=alert_type, expression=expression)

    got = te.rules.get_alert_rule(rule.rule_id)
    assert (got.alert_type, got.expression) == (AlertType(alert_type), expression)




def test_a_rule_is_listed(te, make_rule, mark):
    rule = make_rule()

    listed = te.rules.get_alerts_rules()

    [found] = [each for each in listed.alert_rules if each.rule_name == mark]
    assert found.rule_id == rule.rule_id
    assert listed.links.var_self.href.endswith("/v7/alerts/rules")


def test_the_default_rules_are_listed(te):
    names = {rule.rule_name for rule in te.rules.get_alerts_rules().alert_rules}

    assert {"Default Voice Alert Rule 2.0", "Default DNS Server Alert Rule 2.0"} <= names


def test_a_rule_is_replaced_whole(te, make_rule, mark):
    rule = make_rule(**EVERY_MEMBER)
    replacement = {
        "ruleName": f"{mark} renamed",
        "alertType": "bgp",
        "expression": "((reachability < 50%))",
        "roundsViolatingOutOf": 1,
        "roundsViolatingRequired": 1,
        "testIds": ["822", "823"],
    }

    updated = te.rules.update_alert_rule(rule.rule_id, RuleDetailUpdate.from_dict(replacement))

    assert updated.rule_id == rule.rule_id
    assert sent(updated) == replacement
    assert sent(te.rules.get_alert_rule(rule.rule_id)) == replacement


def test_a_deleted_rule_is_not_found(te, make_rule):
    rule = make_rule()

    assert te.rules.delete_alert_rule_with_http_info(rule.rule_id).status_code == 204

    for gone in (
        lambda: te.rules.get_alert_rule(rule.rule_id),
        lambda: te.rules.update_alert_rule(rule.rule_id, RuleDetailUpdate.from_dict(rule.to_dict())),
        lambda: te.rules.delete_alert_rule(rule.rule_id),
    ):
        with pytest.raises(NotFoundException) as refused:
            gone()
        assert refused.value.data.status == 404
        assert refused.value.data.instance == f"/v7/alerts/rules/{rule.rule_id}"


def test_created_says_where(te, make_rule, mark):
    body = make_rule().to_dict() | {"ruleName": f"{mark} copy"}

    answer = te.rules.create_alert_rule_with_http_info(RuleDetailUpdate.from_dict(body))

    te.rules.delete_alert_rule(answer.data.rule_id)
    assert answer.status_code == 201
    assert answer.headers["Location"] == answer.data.links.var_self.href


@pytest.mark.parametrize(
    "field, value",
    [
        ("ruleName", " "),
        ("expression", "((loss >= ))"),
        ("expression", "((responseCode >= 400))"),
        ("expression", "((loss >= 5 ms))"),
        ("roundsViolatingOutOf", 11),
        ("roundsViolatingRequired", 2),
        ("minimumSources", 0),
        ("minimumSourcesPct", 101),
    ],
)
def test_a_mistake_names_its_field(make_rule, field, value):
    with pytest.raises(BadRequestException) as refused:
        make_rule(**{field: value})

    problem = refused.value.data
    assert (problem.status, problem.instance) == (400, "/v7/alerts/rules")
    assert field in [error.var_field for error in problem.errors]
    assert all(error.message for error in problem.errors)


def test_all_mistakes_are_named_at_once(make_rule):
    with pytest.raises(BadRequestException) as refused:
        make_rule(ruleName="", expression="((", minimumSources=0)

    assert {"ruleName", "expression", "minimumSources"} <= {error.var_field for error in refused.value.data.errors}
