"""Alert suppression windows through ThousandEyes' official SDK for Python."""

from datetime import datetime, timedelta, timezone

import pytest
from conftest import eventually, post_result
from thousandeyes_sdk.alerts.models import (
    AlertSuppressionWindowRequest,
    AlertSuppressionWindowState,
    ExpandAlertTestOptions,
)
from thousandeyes_sdk.core.exceptions import BadRequestException, NotFoundException

TOMORROW = datetime.now(timezone.utc).replace(microsecond=0) + timedelta(days=1)


@pytest.fixture
def make_window(te, mark):
    """Makes windows, which are gone after the test."""
    made = []

    def make(expand=None, **fields):
        window = te.windows.create_alert_suppression_window(request(**fields), expand=expand)
        made.append(window.alert_suppression_window_id)
        return window

    def request(**fields):
        return AlertSuppressionWindowRequest.from_dict(
            {"name": mark, "isEnabled": True, "startDate": TOMORROW, "duration": 3600} | fields
        )

    make.request = request
    yield make
    for window_id in made:
        te.windows.delete_alert_suppression_window_without_preload_content(window_id)


REPETITIONS = [
    (None, None),
    ({"type": "day"}, {"type": "never"}),
    ({"type": "week"}, {"type": "count", "count": 10}),
    ({"type": "month"}, {"type": "date", "date": "2099-12-31"}),
    ({"type": "custom", "intervalType": "week", "intervalLength": 2, "daysOfWeek": ["mon", "fri"]}, {"type": "never"}),
]


@pytest.mark.parametrize("repeat, end_repeat", REPETITIONS)
def test_a_window_comes_back_as_it_was_sent(te, make_window, mark, repeat, end_repeat):
    window = make_window(repeat=repeat, endRepeat=end_repeat)

    got = te.windows.get_alert_suppression_window(window.alert_suppression_window_id)
    for each in (window, got):
        assert (each.name, each.is_enabled, each.start_date, each.duration) == (mark, True, TOMORROW, 3600)
        assert each.status == AlertSuppressionWindowState.INACTIVE
        assert (each.repeat and each.repeat.to_dict()) == repeat
        assert each.links.var_self.href.endswith(f"/{window.alert_suppression_window_id}")
    if end_repeat:
        assert got.end_repeat.type == end_repeat["type"]


def test_a_window_is_listed(te, make_window, mark):
    window = make_window()

    listed = te.windows.get_alert_suppression_windows()

    [found] = [each for each in listed.alert_suppression_windows if each.name == mark]
    assert found.alert_suppression_window_id == window.alert_suppression_window_id
    assert listed.links.var_self.href.endswith("/v7/alert-suppression-windows")


def test_its_tests_are_shown_when_asked_for(te, make_window, mark):
    post_result(mark, loss=0)
    window = make_window(testIds=[mark], expand=[ExpandAlertTestOptions.TEST])
    window_id = window.alert_suppression_window_id

    plain = te.windows.get_alert_suppression_window(window_id)
    expanded = te.windows.get_alert_suppression_window(window_id, expand=[ExpandAlertTestOptions.TEST])

    assert not plain.tests
    assert [test.test_id for test in expanded.tests] == [test.test_id for test in window.tests] == [mark]


def test_a_window_is_replaced_whole(te, make_window, mark):
    window = make_window(repeat={"type": "day"}, testIds=[mark])

    updated = te.windows.update_alert_suppression_window(
        window.alert_suppression_window_id, make_window.request(name=f"{mark} renamed", isEnabled=False, duration=60)
    )

    got = te.windows.get_alert_suppression_window(window.alert_suppression_window_id)
    for each in (updated, got):
        assert (each.name, each.is_enabled, each.duration, each.repeat) == (f"{mark} renamed", False, 60, None)


def test_a_deleted_window_is_not_found(te, make_window):
    window_id = make_window().alert_suppression_window_id

    assert te.windows.delete_alert_suppression_window_with_http_info(window_id).status_code == 204

    for gone in (
        lambda: te.windows.get_alert_suppression_window(window_id),
        lambda: te.windows.update_alert_suppression_window(window_id, make_window.request()),
        lambda: te.windows.delete_alert_suppression_window(window_id),
    ):
        with pytest.raises(NotFoundException) as refused:
            gone()
        assert refused.value.data.status == 404


def test_an_open_window_is_active_and_keeps_its_test_quiet(te, make_window, make_rule, mark):
    rule = make_rule(testIds=[mark, f"{mark}-other"])
    an_hour_ago = datetime.now(timezone.utc) - timedelta(hours=1)
    window = make_window(startDate=an_hour_ago, duration=7200, testIds=[mark])

    for test in (mark, f"{mark}-other"):
        post_result(test, loss=60)

    [alert] = eventually(lambda: [each for each in te.alerts.get_alerts_paginated() if each.alert_rule_id == rule.rule_id])
    assert window.status == AlertSuppressionWindowState.ACTIVE
    assert alert.links.test.href.endswith(f"{mark}-other")


@pytest.mark.parametrize(
    "field, value",
    [
        ("name", " "),
        ("duration", 0),
        ("startDate", None),
        ("startDate", datetime(2020, 1, 1, tzinfo=timezone.utc)),
        ("repeat", {"type": "custom"}),
        ("endRepeat", {"type": "count"}),
    ],
)
def test_a_mistake_names_its_field(make_window, field, value):
    more = {"repeat": {"type": "day"}} if field == "endRepeat" else {}

    with pytest.raises(BadRequestException) as refused:
        make_window(**{field: value} | more)

    problem = refused.value.data
    assert (problem.status, problem.instance) == (400, "/v7/alert-suppression-windows")
    assert any(error.var_field.startswith(field) for error in problem.errors)
