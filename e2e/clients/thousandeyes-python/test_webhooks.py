"""Connectors and webhook operations through ThousandEyes' official SDK for Python.

Of tokens it can write both kinds and read none: it takes them for each other, also when ThousandEyes answers.
"""

import pytest
from thousandeyes_sdk.connectors.models import GenericConnector, WebhookOperation
from thousandeyes_sdk.core.exceptions import BadRequestException, NotFoundException


@pytest.fixture
def connector(te, mark):
    """A connector, which is gone after the test."""
    body = {
        "type": "generic",
        "name": mark,
        "target": "https://hooks.example.org/a",
        "authentication": {"type": "basic", "username": "ann", "password": "secret:pager"},
        "headers": [{"name": "X-Team", "value": "web"}],
    }
    made = te.connectors.create_generic_connector(GenericConnector.from_dict(body))
    yield made
    te.connectors.delete_generic_connector_without_preload_content(made.id)


@pytest.fixture
def operation(te, mark):
    """A webhook operation, which is gone after the test."""
    payload = '{"rule": "{{alert.rule.name}}", "open": {{#eq type 2}}true{{else}}false{{/eq}} }'
    made = te.operations.create_webhook_operation(
        WebhookOperation(name=mark, category="alerts", status="pending", payload=payload)
    )
    yield made
    te.operations.delete_webhook_operation_without_preload_content(made.id)


def test_a_connector_is_kept_and_replaced(te, connector):
    read = te.connectors.get_generic_connector(connector.id)
    assert read.target == "https://hooks.example.org/a"
    assert read.authentication.actual_instance.username == "ann"

    read.name = connector.name + " too"
    assert te.connectors.update_generic_connector(connector.id, read).name == connector.name + " too"
    assert connector.id in [item.id for item in te.connectors.get_generic_connectors().items]


def test_an_operation_goes_to_the_connectors_which_are_assigned(te, connector, operation):
    assert te.assignments.set_operation_connectors("webhooks", operation.id, [connector.id]).items == [connector.id]
    assert te.assignments.get_operation_connectors("webhooks", operation.id).items == [connector.id]
    assert te.connectors.list_generic_connector_operations(connector.id).items == [operation.id]
    assert te.operations.get_webhook_operation(operation.id).payload == operation.payload
    assert te.connectors.set_generic_connector_operations(connector.id, []).items == []
    assert te.assignments.get_operation_connectors("webhooks", operation.id).items == []


def test_what_cannot_be_sent_is_refused(te, mark):
    with pytest.raises(BadRequestException, match="line 1, column"):
        te.operations.create_webhook_operation(
            WebhookOperation(name=mark, category="alerts", status="pending", payload='{"a": {{#if')
        )
    with pytest.raises(BadRequestException, match="private, local or reserved"):
        te.connectors.create_generic_connector(
            GenericConnector(type="generic", name=mark, target="http://169.254.169.254/latest")
        )


def test_what_is_gone_is_not_found(te):
    with pytest.raises(NotFoundException):
        te.connectors.get_generic_connector("00000000-0000-4000-8000-000000000000")
