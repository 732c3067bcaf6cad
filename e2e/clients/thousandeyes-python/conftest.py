import json
import os
import time
import urllib.request
import uuid

import pytest
from thousandeyes_sdk.administrative.api.account_groups_api import AccountGroupsApi
from thousandeyes_sdk.administrative.api.user_events_api import UserEventsApi
from thousandeyes_sdk.agents.api.cloud_and_enterprise_agents_api import CloudAndEnterpriseAgentsApi
from thousandeyes_sdk.alerts.api.alert_rules_api import AlertRulesApi
from thousandeyes_sdk.alerts.api.alert_suppression_windows_api import AlertSuppressionWindowsApi
from thousandeyes_sdk.alerts.api.alerts_api import AlertsApi
from thousandeyes_sdk.alerts.models import RuleDetailUpdate
from thousandeyes_sdk.connectors.api.generic_connectors_api import GenericConnectorsApi
from thousandeyes_sdk.connectors.api.operation_connectors_api import OperationConnectorsApi
from thousandeyes_sdk.connectors.api.webhook_operations_api import WebhookOperationsApi
from thousandeyes_sdk.core import ApiClient, Configuration

URL = os.environ["TOCSIN_URL"]
KEY = os.environ["TOCSIN_KEY"]
PATIENCE = 30
THIS_MINUTE = int(time.time()) // 60  # for all tests, so that no minute ends between two results of one


class Client:
    """The operations of all the SDK's packages, with one credential."""

    def __init__(self, key, retries=None):
        api = ApiClient(Configuration(host=f"{URL}/v7", access_token=key, retries=retries))
        self.api = api
        self.alerts = AlertsApi(api)
        self.rules = AlertRulesApi(api)
        self.windows = AlertSuppressionWindowsApi(api)
        self.audit = UserEventsApi(api)
        self.account_groups = AccountGroupsApi(api)
        self.agents = CloudAndEnterpriseAgentsApi(api)
        self.connectors = GenericConnectorsApi(api)
        self.operations = WebhookOperationsApi(api)
        self.assignments = OperationConnectorsApi(api)


@pytest.fixture(scope="session")
def te():
    return Client(KEY)


@pytest.fixture(scope="session")
def stranger():
    """A client whose key nobody knows."""
    return Client("0123456789abcdef0123456789abcdef")


@pytest.fixture(scope="session")
def reader():
    """A client which may see alerts, and nothing else."""
    key = os.environ.get("TOCSIN_READER_KEY")
    if not key:
        pytest.skip("TOCSIN_READER_KEY is not set: ./tocsin key create --permission view-alerts ...")
    return Client(key)


@pytest.fixture
def mark():
    """A name that no other test uses."""
    return f"run-{uuid.uuid4()}"


@pytest.fixture
def make_rule(te, mark):
    """Makes rules, which are gone after the test."""
    made = []

    def make(**fields):
        rule = te.rules.create_alert_rule(a_rule(mark, **fields))
        made.append(rule.rule_id)
        return rule

    yield make
    for rule_id in made:
        te.rules.delete_alert_rule_without_preload_content(rule_id)


def a_rule(name, **fields):
    return RuleDetailUpdate.from_dict(
        {
            "ruleName": name,
            "alertType": "end-to-end-server",
            "expression": "((loss >= 50%))",
            "roundsViolatingOutOf": 1,
            "roundsViolatingRequired": 1,
            "minimumSources": 1,
        }
        | fields
    )


def post_result(test, loss, agent="58", minutes_ago=0):
    """One round of an agent-to-server test from one agent."""
    result = {"loss": loss, "avgLatency": 20, "jitter": 1, "minutes_ago": minutes_ago}
    post_results(test, "agent-to-server", [result | {"agent": {"agentId": agent, "agentName": "Oslo"}}])


def post_results(test, test_type, results, layer=None):
    """What the SDK has no operation for."""
    for result in results:
        result["roundId"] = (THIS_MINUTE - result.pop("minutes_ago", 0)) * 60
    described = {"testId": test, "testName": f"Shop {test}", "type": test_type, "server": "shop.example:443", "interval": 60}
    request = urllib.request.Request(
        f"{URL}/v7/test-results",
        json.dumps({"test": described, "results": results} | ({"layer": layer} if layer else {})).encode(),
        {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as answer:
        assert answer.status == 200


def eventually(look):
    """What look() finds, as soon as it finds something."""
    deadline = time.monotonic() + PATIENCE
    while not (found := look()):
        assert time.monotonic() < deadline, f"nothing was found within {PATIENCE} s"
        time.sleep(0.1)
    return found
