"""Alerts through ThousandEyes' official SDK for Python."""

import uuid
from datetime import datetime, timedelta, timezone

import pytest
from conftest import a_rule, eventually, post_result
from thousandeyes_sdk.alerts.models import AlertType, Severity, State
from thousandeyes_sdk.core.exceptions import BadRequestException, NotFoundException

MORE_THAN_THREE_PAGES = 7


@pytest.fixture(scope="session")
def alerts_of(te):
    """The alerts of a rule, walked to page by page."""

    def find(rule, **parameters):
        return [alert for alert in te.alerts.get_alerts_paginated(**parameters) if alert.alert_rule_id == rule.rule_id]

    return find


@pytest.fixture
def raise_alert(make_rule, alerts_of, mark):
    """An alert of a new rule: three minutes ago a source lost 60 % of all packets."""

    def call(**fields):
        rule = make_rule(testIds=[mark], severity="major", **fields)
        post_result(mark, loss=60, minutes_ago=3)
        [alert] = eventually(lambda: alerts_of(rule))
        return rule, alert

    return call


def test_an_alert_is_listed_with_all_it_has(raise_alert, mark):
    rule, alert = raise_alert()

    assert alert.alert_type == AlertType.END_MINUS_TO_MINUS_END_MINUS_SERVER
    assert (alert.alert_state, alert.alert_severity) == (State.TRIGGER, Severity.MAJOR)
    assert (alert.violation_count, alert.suppressed, alert.meta.version) == (1, False, 1)
    assert alert.start_date.tzinfo is not None and alert.start_date.second == 0
    assert alert.end_date is None
    assert alert.duration >= 120
    links = alert.links
    assert links.var_self.href.endswith(f"/v7/alerts/{alert.id}")
    assert links.rule.href.endswith(f"/v7/alerts/rules/{rule.rule_id}")
    assert links.test.href.endswith(f"/v7/tests/{mark}")
    assert links.app_link.href


def test_the_legacy_members_are_of_their_own_kind(raise_alert):
    rule, alert = raise_alert()

    assert alert.alert_id == alert.id
    assert alert.date_start == alert.start_date.strftime("%Y-%m-%d %H:%M:%S")
    assert alert.rule_id == int(rule.rule_id)
    assert (alert.state, alert.severity) == ("ACTIVE", "MAJOR")
    assert alert.permalink
    assert {"self", "rule"} <= {link["rel"] for link in alert.api_links}


def test_an_alert_is_read_with_its_sources(te, raise_alert):
    _, alert = raise_alert()

    detail = te.alerts.get_alert(alert.id)

    assert (detail.id, detail.alert_type, detail.start_date) == (alert.id, alert.alert_type, alert.start_date)
    assert (detail.state, detail.alert_state) == (State.TRIGGER, State.TRIGGER)
    assert (detail.severity, detail.alert_severity) == (Severity.MAJOR, Severity.MAJOR)
    [source] = detail.details
    assert (source.id, source.name, source.type) == ("58", "Oslo", "cea_agent")
    assert source.state == State.TRIGGER
    assert source.start.metrics == "Loss: 60%"
    assert source.end is None


def test_an_alert_clears(te, raise_alert, alerts_of, mark):
    rule, alert = raise_alert()

    post_result(mark, loss=0, minutes_ago=1)

    [cleared] = eventually(lambda: alerts_of(rule, window="1h", state=State.CLEAR))
    detail = te.alerts.get_alert(cleared.id)
    assert (cleared.id, cleared.state, cleared.alert_state) == (alert.id, "CLEARED", State.CLEAR)
    assert cleared.end_date - cleared.start_date == timedelta(minutes=2)
    assert (cleared.duration, cleared.violation_count) == (120, 0)
    assert cleared.date_end == cleared.end_date.strftime("%Y-%m-%d %H:%M:%S")
    assert (detail.details[0].state, detail.details[0].end.metrics) == (State.CLEAR, "Loss: 0%")


@pytest.fixture(scope="module")
def two_alerts(te, alerts_of):
    """Of two alerts which began together, one cleared two minutes later. The rule, and when they began."""
    mark = f"run-{uuid.uuid4()}"
    rule = te.rules.create_alert_rule(a_rule(mark, testIds=[f"{mark}-active", f"{mark}-cleared"]))
    for test in rule.test_ids:
        post_result(test, loss=60, minutes_ago=5)
    post_result(f"{mark}-cleared", loss=0, minutes_ago=3)
    [cleared] = eventually(lambda: alerts_of(rule, window="1h", state=State.CLEAR))
    eventually(lambda: len(alerts_of(rule, window="1h")) == 2)
    yield rule, cleared.start_date
    te.rules.delete_alert_rule(rule.rule_id)


ACTIVE, CLEARED = "active", "cleared"


@pytest.mark.parametrize(
    "since, until, state, found",
    [
        (-60, 60, State.TRIGGER, {ACTIVE}),
        (-60, 60, State.CLEAR, set()),
        (-60, 60, None, {ACTIVE}),
        (-60, 180, State.TRIGGER, {ACTIVE}),
        (-60, 180, State.CLEAR, {CLEARED}),
        (-60, 180, None, {ACTIVE, CLEARED}),
        (60, 180, State.TRIGGER, set()),
        (60, 180, State.CLEAR, {CLEARED}),
        (60, 180, None, {ACTIVE, CLEARED}),
        (-600, -60, State.TRIGGER, set()),
        (-600, -60, State.CLEAR, set()),
        (-600, -60, None, set()),
        (None, None, State.TRIGGER, {ACTIVE}),
        (None, None, State.CLEAR, {CLEARED}),
        (None, None, None, {ACTIVE}),
    ],
)
def test_ranges_and_states(two_alerts, alerts_of, since, until, state, found):
    rule, start = two_alerts
    seconds = {"start_date": since, "end_date": until}
    span = {name: start + timedelta(seconds=offset) for name, offset in seconds.items() if offset is not None}

    alerts = alerts_of(rule, state=state, **span)

    assert {ACTIVE if alert.alert_state == State.TRIGGER else CLEARED for alert in alerts} == found


@pytest.mark.parametrize("since", [lambda start: start, lambda start: start.replace(tzinfo=None)], ids=["UTC", "naive"])
def test_forms_of_a_date(two_alerts, alerts_of, since):
    rule, start = two_alerts

    assert len(alerts_of(rule, start_date=since(start - timedelta(seconds=1)))) == 2


def test_a_walk_finds_each_alert_once(te, make_rule, alerts_of, mark):
    tests = [f"{mark}-{n}" for n in range(MORE_THAN_THREE_PAGES)]
    rule = make_rule(testIds=tests)
    for age, test in enumerate(tests, start=2):
        post_result(test, loss=60, minutes_ago=age)
    eventually(lambda: len(alerts_of(rule)) == len(tests))

    walked = alerts_of(rule, window="1h", max=2)

    starts = [alert.start_date for alert in walked]
    assert len({alert.id for alert in walked}) == len(walked) == len(tests)
    assert starts == sorted(starts, reverse=True)


def test_a_page_links_the_next_and_is_no_larger_than_wished(te, make_rule, alerts_of, mark):
    rule = make_rule(testIds=[f"{mark}-{n}" for n in range(2)])
    for test in rule.test_ids:
        post_result(test, loss=60)
    eventually(lambda: len(alerts_of(rule)) == 2)

    page = te.alerts.get_alerts(window="1h", max=1)

    assert len(page.alerts) == 1
    assert "window=1h" in page.links.next.href and "cursor=" in page.links.next.href
    assert page.links.var_self.href


def test_nothing_found_is_an_empty_page(te):
    long_ago = datetime(2020, 1, 1, tzinfo=timezone.utc)

    page = te.alerts.get_alerts(start_date=long_ago, end_date=long_ago + timedelta(days=1))

    assert page.alerts == []
    assert page.links.var_self.href
    assert page.links.next is None


@pytest.mark.parametrize(
    "parameters",
    [
        {"window": "1h", "start_date": datetime.now(timezone.utc)},
        {"end_date": datetime.now(timezone.utc)},
        {"start_date": datetime(2021, 1, 2, tzinfo=timezone.utc), "end_date": datetime(2021, 1, 1, tzinfo=timezone.utc)},
        {"cursor": "nonsense"},
        {"state": "open"},
    ],
    ids=["window and dates", "end without start", "end before start", "cursor", "state"],
)
def test_a_mistake_is_told(te, parameters):
    with pytest.raises(BadRequestException) as refused:
        te.alerts.get_alerts(**parameters)

    assert "application/problem+json" in refused.value.headers["Content-Type"]
    assert refused.value.body


@pytest.mark.parametrize("alert_id", ["00000000-0000-4000-8000-000000000000", "99"])
def test_an_unknown_alert_is_not_found(te, alert_id):
    with pytest.raises(NotFoundException) as refused:
        te.alerts.get_alert(alert_id)

    assert (refused.value.data.status, refused.value.data.instance) == (404, f"/v7/alerts/{alert_id}")
