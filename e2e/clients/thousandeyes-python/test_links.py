"""Where the links of an alert lead, through ThousandEyes' official SDK for Python."""

import urllib.request

import pytest
from conftest import KEY, eventually, post_result
from thousandeyes_sdk.administrative.models import SimpleTest
from thousandeyes_sdk.agents.models import CloudEnterpriseAgentType
from thousandeyes_sdk.alerts.models import AlertDetail, RuleDetail
from thousandeyes_sdk.core.exceptions import NotFoundException


def follow(link, model):
    request = urllib.request.Request(link.href, headers={"Authorization": f"Bearer {KEY}"})
    with urllib.request.urlopen(request) as answer:
        assert answer.headers.get_content_type() == "application/hal+json"
        return model.from_json(answer.read().decode())


def test_the_links_of_an_alert_lead_somewhere(te, make_rule, mark):
    rule = make_rule(testIds=[mark])
    post_result(mark, loss=60)
    alerts = te.alerts.get_alerts_paginated
    [alert] = eventually(lambda: [each for each in alerts() if each.alert_rule_id == rule.rule_id])

    test = follow(alert.links.test, SimpleTest)
    source = te.agents.get_agent(follow(alert.links.var_self, AlertDetail).details[0].id).actual_instance

    assert follow(alert.links.rule, RuleDetail).rule_name == mark
    assert (test.test_id, test.test_name, test.type) == (mark, f"Shop {mark}", "agent-to-server")
    assert (source.agent_id, source.agent_name, source.enabled) == ("58", "Oslo", True)
    assert source.agent_type == CloudEnterpriseAgentType.ENTERPRISE


def test_an_agent_of_which_no_result_came_is_not_found(te, mark):
    with pytest.raises(NotFoundException) as refused:
        te.agents.get_agent(mark)

    assert (refused.value.data.status, refused.value.data.instance) == (404, f"/v7/agents/{mark}")
