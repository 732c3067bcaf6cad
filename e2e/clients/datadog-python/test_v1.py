"""Datadog's v1 events through its official client for Python."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from datadog_api_client.exceptions import ApiException, ForbiddenException, NotFoundException
from datadog_api_client.v1.api.authentication_api import AuthenticationApi
from datadog_api_client.v1.api.events_api import EventsApi
from datadog_api_client.v1.model.event_alert_type import EventAlertType
from datadog_api_client.v1.model.event_create_request import EventCreateRequest
from datadog_api_client.v1.model.event_priority import EventPriority

MORE_THAN_A_PAGE = 1003


def post(v1, mark, **fields):
    request = {"title": "Disk full", "text": "/var is at 99 %", "tags": [mark]} | fields
    return v1.create_event(body=EventCreateRequest(**request)).event


def titles(answer):
    return [event.title for event in answer.events]


def test_a_key_is_valid(v1):
    assert AuthenticationApi(v1.api_client).validate().valid is True


def test_a_receipt_echoes_the_event(v1, mark, now):
    event = post(v1, mark, date_happened=now, tags=["b:2", mark, "a:1"], priority=EventPriority.LOW)

    assert event.title == "Disk full"
    assert event.text == "/var is at 99 %"
    assert event.date_happened == now
    assert event.tags == ["b:2", mark, "a:1"]
    assert event.priority == EventPriority.LOW
    assert event.url.endswith(f"/event/event?id={event.id}")
    assert event.id > 2**53


def test_an_event_is_read_as_it_was_posted(v1, mark, now):
    posted = post(
        v1,
        mark,
        date_happened=now,
        alert_type=EventAlertType.ERROR,
        priority=EventPriority.LOW,
        host="web-1",
        device_name="sda1",
        aggregation_key="web-1/var",
        source_type_name="nagios",
    )

    event = v1.get_event(posted.id).event

    assert (event.id, event.id_str) == (posted.id, str(posted.id))
    assert (event.title, event.text, event.date_happened) == ("Disk full", "/var is at 99 %", now)
    assert (event.alert_type, event.priority) == (EventAlertType.ERROR, EventPriority.LOW)
    assert (event.host, event.device_name, event.tags) == ("web-1", "sda1", [mark])


def test_an_event_refers_to_its_parent(v1, mark):
    parent = post(v1, mark)

    child = post(v1, mark, related_event_id=parent.id)

    assert child.related_event_id == parent.id


def test_markdown_comes_back_as_it_was_sent(v1, mark):
    text = "%%% \n# Ünïcödé 🔔\n * item \n %%%"

    posted = post(v1, mark, text=text)

    assert v1.get_event(posted.id).event.text == text


def test_a_list_and_a_single_read_agree(v1, mark, now):
    posted = post(v1, mark, host="web-1", alert_type=EventAlertType.WARNING)
    single = v1.get_event(posted.id).event

    [listed] = v1.list_events(start=now - 60, end=now + 600, tags=mark).events

    for field in ("id", "title", "text", "priority", "tags", "url", "host", "date_happened", "alert_type", "device_name"):
        assert listed[field] == single[field], field


def test_a_list_is_newest_first(v1, mark, now):
    for age in (30, 10, 20):
        post(v1, mark, title=f"{age} s ago", date_happened=now - age)

    listed = v1.list_events(start=now - 60, end=now, tags=mark)

    assert titles(listed) == ["10 s ago", "20 s ago", "30 s ago"]


def test_the_window_includes_both_ends(v1, mark, now):
    for age in (30, 20, 10):
        post(v1, mark, title=f"{age} s ago", date_happened=now - age)

    assert titles(v1.list_events(start=now - 20, end=now - 10, tags=mark)) == ["10 s ago", "20 s ago"]
    assert titles(v1.list_events(start=now - 20, end=now - 20, tags=mark)) == ["20 s ago"]


@pytest.mark.parametrize(
    "filters, found",
    [
        ({"tags": "application:web"}, ["web in dev", "web in prod"]),
        ({"tags": "-env:dev,application:web"}, ["web in prod"]),
        ({"tags": "env:dev,application:web"}, ["web in dev"]),
        ({"priority": EventPriority.LOW}, ["web in dev"]),
        ({"priority": EventPriority.NORMAL}, ["db in dev", "web in prod"]),
        ({"sources": "nagios"}, ["web in prod"]),
        ({"sources": "nagios,JENKINS"}, ["web in dev", "web in prod"]),
        ({"sources": "chef"}, []),
        ({"unaggregated": True}, ["db in dev", "web in dev", "web in prod"]),
        ({"exclude_aggregate": True}, ["db in dev", "web in dev", "web in prod"]),
    ],
)
def test_a_list_is_filtered(v1, mark, now, filters, found):
    post(v1, mark, title="web in prod", tags=[mark, "application:web", "env:prod"], source_type_name="nagios")
    post(
        v1,
        mark,
        title="web in dev",
        tags=[mark, "application:web", "env:dev"],
        source_type_name="jenkins",
        priority=EventPriority.LOW,
    )
    post(v1, mark, title="db in dev", tags=[mark, "application:db", "env:dev"])
    tags = ",".join([mark] + [filters[name] for name in filters if name == "tags"])

    listed = v1.list_events(start=now - 60, end=now + 600, **(filters | {"tags": tags}))

    assert sorted(titles(listed)) == found


def test_pages_of_a_thousand_are_read_to_the_end(v1, mark, now):
    with ThreadPoolExecutor(8) as threads:
        posted = list(threads.map(lambda n: post(v1, mark, title=f"event {n}").id, range(MORE_THAN_A_PAGE)))

    pages = [
        [event.id for event in v1.list_events(start=now - 60, end=now + 600, tags=mark, unaggregated=True, page=n).events]
        for n in range(3)
    ]

    assert [len(page) for page in pages] == [1000, MORE_THAN_A_PAGE - 1000, 0]
    assert sorted(pages[0] + pages[1]) == sorted(posted)


@pytest.mark.parametrize(
    "call, status, message",
    [
        (lambda api, now: api.get_event(1), 404, "No event matches that event_id."),
        (lambda api, now: api.list_events(start=now, end=now - 1), 400, "start param must be greater than end param"),
        (lambda api, now: api.list_events(start=now - 1, end=now, page=1), 400, "page"),
        (lambda api, now: post(api, "a", date_happened=1), 400, "Event too far in the past"),
        (lambda api, now: post(api, "a", date_happened=now + 86400), 400, "Event too far in the future"),
    ],
    ids=["unknown id", "end before start", "page without unaggregated", "too old", "too far ahead"],
)
def test_a_mistake_is_told(v1, now, call, status, message):
    with pytest.raises(ApiException) as refused:
        call(v1, now)

    assert refused.value.status == status
    assert message in str(refused.value.body)


def test_an_unknown_event_has_an_exception_of_its_own(v1):
    with pytest.raises(NotFoundException) as refused:
        v1.get_event(2**62)

    assert refused.value.body["errors"] == ["No event matches that event_id."]


@pytest.mark.parametrize(
    "call",
    [
        lambda api, now: api.list_events(start=now - 60, end=now),
        lambda api, now: api.get_event(1),
        lambda api, now: post(api, "a"),
        lambda api, now: AuthenticationApi(api.api_client).validate(),
    ],
    ids=["list", "get", "create", "validate"],
)
def test_an_unknown_key_is_refused(stranger, now, call):
    with pytest.raises(ForbiddenException) as refused:
        call(EventsApi(stranger), now)

    assert refused.value.body["errors"] == ["Forbidden"]
