"""Datadog's events through datadogpy, the client that most scripts use."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from datadog import api
from datadog.api.exceptions import ApiError

MORE_THAN_A_PAGE = 1003


def titles(answer):
    return [event["title"] for event in answer["events"]]


def test_a_receipt_echoes_the_event(events, mark, now):
    receipt = events.create(
        title="Disk full", text="/var is at 99 %", tags=["b:2", mark], priority="low", date_happened=now + 0.7
    )

    event = receipt["event"]
    assert receipt["status"] == "ok"
    assert (event["title"], event["text"], event["date_happened"]) == ("Disk full", "/var is at 99 %", now)
    assert (event["tags"], event["priority"], event["handle"]) == (["b:2", mark], "low", None)
    assert event["id_str"] == str(event["id"])


def test_an_event_is_read_as_it_was_posted(events, mark, now):
    posted = events.create(
        title="Disk full",
        text="/var is at 99 %",
        tags=[mark, "a:1"],
        alert_type="error",
        priority="low",
        host="web-1",
        device_name=["sda1", "sdb1"],
        aggregation_key="web-1/var",
        source_type_name="nagios",
        date_happened=now,
    )["event"]

    event = events.get(posted["id"])["event"]

    assert (event["id"], event["title"], event["text"]) == (posted["id"], "Disk full", "/var is at 99 %")
    assert (event["alert_type"], event["priority"], event["date_happened"]) == ("error", "low", now)
    assert (event["host"], event["tags"]) == ("web-1", sorted([mark, "a:1"]))
    assert event["url"] == f"/event/event?id={posted['id']}"


def test_what_nobody_said_has_its_default(events, mark):
    posted = events.create(title="t", text="x", tags=[mark], attach_host_name=False)["event"]

    event = events.get(posted["id"])["event"]

    assert (event["alert_type"], event["priority"]) == ("info", "normal")
    assert (event["host"], event["device_name"]) == (None, None)


def test_the_host_of_the_client_is_attached(events, mark):
    posted = events.create(title="t", text="x", tags=[mark], attach_host_name=True)["event"]

    assert events.get(posted["id"])["event"]["host"] == "client-test"


@pytest.mark.parametrize(
    "filters, found",
    [
        ({}, ["db", "web"]),
        ({"tags": ["application:web"]}, ["web"]),
        ({"tags": ["-application:web"]}, ["db"]),
        ({"priority": "low"}, ["db"]),
        ({"sources": "nagios"}, ["web"]),
        ({"unaggregated": True}, ["db", "web"]),
        ({"unaggregated": False}, ["db", "web"]),
        ({"exclude_aggregate": True, "page": 0}, ["db", "web"]),
    ],
)
def test_a_query_is_filtered(events, mark, now, filters, found):
    events.create(title="web", text="x", tags=[mark, "application:web"], source_type_name="nagios")
    events.create(title="db", text="x", tags=[mark, "application:db"], priority="low")
    tags = [mark] + filters.get("tags", [])

    answer = events.query(**({"start": now - 60, "end": now + 600} | filters | {"tags": tags}))

    assert sorted(titles(answer)) == found


def test_a_query_is_newest_first(events, mark, now):
    for age in (30, 10, 20):
        events.create(title=f"{age} s ago", text="x", tags=[mark], date_happened=now - age)

    assert titles(events.query(start=now - 60, end=now, tags=[mark])) == ["10 s ago", "20 s ago", "30 s ago"]


def test_pages_of_a_thousand_are_read_to_the_end(events, mark, now):
    with ThreadPoolExecutor(8) as threads:
        posted = list(
            threads.map(
                lambda n: events.create(title=f"event {n}", text="x", tags=[mark])["event"]["id"],
                range(MORE_THAN_A_PAGE),
            )
        )

    pages = [
        [event["id"] for event in events.query(start=now - 60, end=now + 600, tags=[mark], unaggregated=True, page=n)["events"]]
        for n in range(3)
    ]

    assert [len(page) for page in pages] == [1000, MORE_THAN_A_PAGE - 1000, 0]
    assert sorted(pages[0] + pages[1]) == sorted(posted)


def test_a_comment_is_an_event(events):
    comment = api.Comment.create(handle="ann@example.com", message="seen")["comment"]

    event = events.get(comment["id"])["event"]

    assert comment["resource"] == f"/api/v1/comments/{comment['id']}"
    assert (event["title"], event["text"]) == (None, "seen")
    assert (event["alert_type"], event["handle"]) == ("user_update", "ann@example.com")


def test_a_comment_is_changed(events):
    comment = api.Comment.create(handle="ann@example.com", message="seen")["comment"]

    api.Comment.update(comment["id"], handle="ann@example.com", message="solved")

    assert events.get(comment["id"])["event"]["text"] == "solved"


def test_a_comment_answers_an_event(events, mark):
    parent = events.create(title="t", text="x", tags=[mark])["event"]

    comment = api.Comment.create(handle="ann@example.com", message="seen", related_event_id=parent["id"])["comment"]

    assert comment["related_event_id"] == str(parent["id"])


@pytest.mark.parametrize(
    "call, message",
    [
        (lambda events, now: events.get(1), "No event matches that event_id."),
        (lambda events, now: events.query(start=now, end=now - 1), "start param must be greater than end param"),
        (lambda events, now: events.query(end=now), "The parameter 'start' is required"),
        (lambda events, now: events.query(start=now - 1, end=now, page=1), "page"),
        (lambda events, now: events.create(title="t", text="x", date_happened=1), "Event too far in the past"),
        (lambda events, now: events.create(title="t"), "text"),
        (lambda events, now: events.create(title="t", text="x", priority="high"), "priority"),
        (lambda events, now: events.create(title="t", text="x", aggregation_key="k" * 101), "aggregation_key"),
    ],
    ids=[
        "unknown id",
        "end before start",
        "no start",
        "page without unaggregated",
        "too old",
        "no text",
        "bad priority",
        "long key",
    ],
)
def test_a_mistake_is_told(events, now, call, message):
    with pytest.raises(ApiError) as refused:
        call(events, now)

    assert message in refused.value.args[0]["errors"][0]


@pytest.mark.parametrize(
    "call",
    [
        lambda events, now: events.get(1),
        lambda events, now: events.query(start=now - 60, end=now),
        lambda events, now: events.create(title="t", text="x"),
    ],
    ids=["get", "query", "create"],
)
def test_an_unknown_key_is_refused(stranger, now, call):
    with pytest.raises(ApiError) as refused:
        call(stranger, now)

    assert refused.value.args[0]["errors"] == ["Forbidden"]
