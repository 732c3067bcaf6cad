"""What is done stands in the audit log; account groups and credentials. By ThousandEyes' official SDK for Python."""

from datetime import datetime, timedelta, timezone

import pytest
from conftest import a_rule, eventually
from thousandeyes_sdk.core.exceptions import (
    BadRequestException,
    ForbiddenException,
    UnauthorizedException,
)

RULES = 8


def about(te, name, **parameters):
    events = te.audit.get_user_events_paginated(**parameters)
    return [event for event in events if name in [resource.name for resource in event.resources or []]]


def test_who_made_a_rule_stands_in_the_audit_log(te, make_rule, mark):
    make_rule()

    [event] = eventually(lambda: about(te, mark, window="10m"))

    [group] = [each for each in te.account_groups.get_account_groups().account_groups if each.is_current_account_group]
    assert event.event == "Alert rule created."
    assert (event.aid, event.account_group_name) == (group.aid, group.account_group_name)
    assert event.user.endswith(")") and "@" in event.user
    assert event.uid and event.ip_address
    assert datetime.now(timezone.utc) - event.var_date < timedelta(minutes=5)
    assert [(resource.type, resource.name) for resource in event.resources] == [("alertRuleName", mark)]


def test_the_audit_log_is_walked_to_its_end(te, make_rule, mark):
    since = datetime.now(timezone.utc) - timedelta(seconds=1)
    rule = make_rule()
    for number in range(RULES):
        te.rules.update_alert_rule(rule.rule_id, a_rule(mark, description=f"description {number}"))
    eventually(lambda: len(about(te, mark, window="10m")) == RULES + 1)

    walked = about(te, mark, start_date=since, end_date=datetime.now(timezone.utc) + timedelta(minutes=1))
    everybody = about(te, mark, window="10m", use_all_permitted_aids=True)

    dates = [event.var_date for event in walked]
    assert [event.event for event in walked] == ["Alert rule updated."] * RULES + ["Alert rule created."]
    assert dates == sorted(dates, reverse=True)
    assert len(everybody) == len(walked)


def test_the_range_of_audit_events_is_echoed(te):
    start = datetime(2020, 1, 1, tzinfo=timezone.utc)

    answer = te.audit.get_user_events(start_date=start, end_date=start + timedelta(days=1))

    assert answer.audit_events == []
    assert (answer.start_date, answer.end_date) == (start, start + timedelta(days=1))
    assert answer.links.var_self.href and answer.links.next is None


@pytest.mark.parametrize(
    "parameters",
    [{"window": "1h", "start_date": datetime.now(timezone.utc)}, {"cursor": "nonsense"}],
    ids=["window and dates", "cursor"],
)
def test_a_mistake_is_told(te, parameters):
    with pytest.raises(BadRequestException) as refused:
        te.audit.get_user_events(**parameters)

    assert (refused.value.data.status, refused.value.data.instance) == (400, "/v7/audit-user-events")


def test_account_groups_are_those_of_the_credential(te):
    groups = te.account_groups.get_account_groups()

    [group] = groups.account_groups
    assert group.aid and group.account_group_name and group.organization_name
    assert (group.is_current_account_group, group.is_default_account_group) == (True, True)
    assert te.rules.get_alerts_rules(aid=group.aid).alert_rules
    assert groups.links.var_self.href


EVERYWHERE = {
    "alerts": lambda te, **aid: te.alerts.get_alerts(**aid),
    "rules": lambda te, **aid: te.rules.get_alerts_rules(**aid),
    "windows": lambda te, **aid: te.windows.get_alert_suppression_windows(**aid),
    "audit events": lambda te, **aid: te.audit.get_user_events(**aid),
    "account groups": lambda te: te.account_groups.get_account_groups(),
}


@pytest.mark.parametrize("call", EVERYWHERE.values(), ids=EVERYWHERE)
def test_an_unknown_key_is_refused(stranger, call):
    with pytest.raises(UnauthorizedException) as refused:
        call(stranger)

    assert (refused.value.data.error, bool(refused.value.data.error_description)) == ("invalid_token", True)


@pytest.mark.parametrize("name", [name for name in EVERYWHERE if name != "account groups"])
def test_a_foreign_account_group_is_forbidden(te, name):
    with pytest.raises(ForbiddenException) as refused:
        EVERYWHERE[name](te, aid="4711")

    assert refused.value.data.status == 403


def test_what_a_key_may_not_do_is_forbidden(reader, mark):
    assert reader.alerts.get_alerts().links
    for call in (
        lambda: reader.rules.get_alerts_rules(),
        lambda: reader.rules.create_alert_rule(a_rule(mark)),
        lambda: reader.rules.delete_alert_rule("1"),
        lambda: reader.windows.get_alert_suppression_windows(),
        lambda: reader.windows.delete_alert_suppression_window("1"),
        lambda: reader.audit.get_user_events(use_all_permitted_aids=True),
    ):
        with pytest.raises(ForbiddenException) as refused:
            call()
        assert (refused.value.data.status, refused.value.data.title) == (403, "Forbidden")
