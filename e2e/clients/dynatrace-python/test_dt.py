"""Dynatrace's events through dt, the client of dynatrace-oss for Python."""

import re
from datetime import timezone

import pytest
from dynatrace.environment_v2.events import EventSeverity, EventStatus

MORE_THAN_TWO_PAGES = 25


def of(host):
    return f'entityId("{host}")'


def ingest(dynatrace, host, event_type="CUSTOM_INFO", title="Deployed", **fields):
    return dynatrace.events_v2.ingest(event_type, title, entity_selector=of(host), **fields)


def titles(events):
    return [event.title for event in events]


def properties(event):
    return {entry.key: entry.value for entry in event.properties}


def test_an_ingested_event_is_found_by_its_correlation(dynatrace, host, ago):
    answer = ingest(dynatrace, host, start_time=ago(60), end_time=ago(30), properties={"dt.event.source": "pytest", "team": "a"})

    [result] = answer["eventIngestResults"]
    [event] = dynatrace.events_v2.list(event_selector=f'correlationId("{result["correlationId"]}")')
    assert answer["reportCount"] == 1
    assert result["status"] == "OK"
    assert re.fullmatch("[0-9a-f]{16}", result["correlationId"])
    assert (event.event_type, event.title, event.status) == ("CUSTOM_INFO", "Deployed", EventStatus.CLOSED)
    assert event.start_time == ago(60).replace(tzinfo=timezone.utc)
    assert event.end_time == ago(30).replace(tzinfo=timezone.utc)
    assert event.entity_id.entity_id.id == host
    assert properties(event)["dt.event.source"] == "pytest"
    assert properties(event)["team"] == "a"


def test_an_event_is_read_by_its_id(dynatrace, host):
    ingest(dynatrace, host)
    [listed] = dynatrace.events_v2.list(entity_selector=of(host))

    event = dynatrace.events_v2.get(listed.event_id)

    assert re.fullmatch(r"-?\d+_\d+", event.event_id)
    assert event.to_json() == listed.to_json()


def test_a_problem_is_open_and_a_closing_one_is_not(dynatrace, host):
    ingest(dynatrace, host, "ERROR_EVENT", "Error rate")

    [event] = dynatrace.events_v2.list(entity_selector=of(host), event_selector='status("OPEN")')

    assert event.status == EventStatus.OPEN
    assert event.end_time is None


def test_the_same_problem_again_is_the_same_event(dynatrace, host):
    first = ingest(dynatrace, host, "ERROR_EVENT", "Error rate")
    again = ingest(dynatrace, host, "ERROR_EVENT", "Error rate")

    events = list(dynatrace.events_v2.list(entity_selector=of(host)))

    assert first["eventIngestResults"] == again["eventIngestResults"]
    assert titles(events) == ["Error rate"]


def test_an_event_without_a_selector_is_about_the_environment(dynatrace, host):
    dynatrace.events_v2.ingest("CUSTOM_INFO", "Everywhere", properties={"run": host})

    [event] = dynatrace.events_v2.list(event_selector=f'property.run("{host}")')

    assert event.entity_id.entity_id.type == "ENVIRONMENT"


@pytest.mark.parametrize(
    "event_type, fields",
    [
        ("CUSTOM_ANNOTATION", {"annotation_type": "note", "annotation_description": "seen"}),
        ("CUSTOM_INFO", {"description": "seen", "title": "Info"}),
        ("MARKED_FOR_TERMINATION", {"description": "seen"}),
    ],
)
def test_a_pushed_fact_is_stored(dynatrace, host, ago, event_type, fields):
    answer = dynatrace.events.create_event(
        event_type, host, "pytest", start=ago(60), end=ago(60), custom_properties={"build": "7"}, **fields
    )

    stored = answer.json()
    event = dynatrace.events_v2.get(stored["storedIds"][0])
    assert answer.status_code == 200
    assert stored["storedIds"][0].startswith(f"{stored['storedEventIds'][0]}_")
    assert stored["storedCorrelationIds"] == []
    assert (event.event_type, event.status) == (event_type, EventStatus.CLOSED)
    assert event.entity_id.entity_id.id == host
    assert properties(event)["dt.event.source"] == "pytest"


@pytest.mark.parametrize("event_type", ["AVAILABILITY_EVENT", "ERROR_EVENT", "PERFORMANCE_EVENT", "RESOURCE_CONTENTION"])
def test_a_pushed_problem_is_open(dynatrace, host, event_type):
    pushed = dynatrace.events.create_event(event_type, host, "pytest", title="Down", description="no answer", timeout_minutes=5)

    stored = pushed.json()
    [event] = dynatrace.events_v2.list(event_selector=f'correlationId("{stored["storedCorrelationIds"][0]}")')
    assert (stored["storedEventIds"], stored["storedIds"]) == ([], [])
    assert (event.title, event.status, event.end_time) == ("Down", EventStatus.OPEN, None)


@pytest.mark.parametrize(
    "selector, found",
    [
        ('eventType("CUSTOM_DEPLOYMENT")', ["Release 7"]),
        ('eventType("ERROR_EVENT")', ["Error rate"]),
        ('status("OPEN")', ["Error rate"]),
        ('status("CLOSED")', ["Release 7", "Release 8"]),
        ('property.version("7","8")', ["Release 7", "Release 8"]),
        ('property.version("8"),status("CLOSED")', ["Release 8"]),
        ('property.version("9")', []),
        ("underMaintenance(false)", ["Error rate", "Release 7", "Release 8"]),
    ],
)
def test_an_event_selector_finds(dynatrace, host, selector, found):
    ingest(dynatrace, host, "CUSTOM_DEPLOYMENT", "Release 7", properties={"version": "7"})
    ingest(dynatrace, host, "CUSTOM_INFO", "Release 8", properties={"version": "8"})
    ingest(dynatrace, host, "ERROR_EVENT", "Error rate")

    events = dynatrace.events_v2.list(entity_selector=of(host), event_selector=selector)

    assert sorted(titles(events)) == found


def test_an_event_selector_names_entities(dynatrace, host):
    ingest(dynatrace, host)

    assert titles(dynatrace.events_v2.list(event_selector=of(host))) == ["Deployed"]


@pytest.mark.parametrize(
    "window, found",
    [
        ({}, ["recent"]),
        ({"time_from": "now-1d"}, ["recent", "hours ago"]),
        ({"time_from": "now-1d", "time_to": "now-2h"}, ["hours ago"]),
        ({"time_from": "now-1w/d"}, ["recent", "hours ago"]),
    ],
    ids=["two hours unless told", "a day", "until", "aligned"],
)
def test_a_window(dynatrace, host, ago, window, found):
    ingest(dynatrace, host, title="hours ago", start_time=ago(5 * 3600), end_time=ago(5 * 3600))
    ingest(dynatrace, host, title="recent", start_time=ago(60), end_time=ago(60))

    assert titles(dynatrace.events_v2.list(entity_selector=of(host), **window)) == found


def test_a_window_in_dates(dynatrace, host, ago):
    ingest(dynatrace, host, start_time=ago(60), end_time=ago(60))

    def found(since, until):
        return titles(dynatrace.events_v2.list(entity_selector=of(host), time_from=since, time_to=until))

    assert found(ago(90), ago(30)) == ["Deployed"]
    assert found(ago(90).replace(tzinfo=timezone.utc), ago(30).replace(tzinfo=timezone.utc)) == ["Deployed"]
    assert found(ago(300), ago(200)) == []


def test_pages_are_followed_to_the_end(dynatrace, host, ago):
    posted = []
    for n in range(MORE_THAN_TWO_PAGES):
        posted.append(f"event {n}")
        ingest(dynatrace, host, title=posted[-1], start_time=ago(n), end_time=ago(n))

    pages = dynatrace.events_v2.list(page_size=10, entity_selector=of(host))

    assert len(pages) == MORE_THAN_TWO_PAGES
    assert titles(pages) == posted


def test_an_empty_list_ends_at_once(dynatrace, host):
    assert list(dynatrace.events_v2.list(entity_selector=of(host))) == []


def test_types_are_paged_to_the_end(dynatrace):
    all_at_once = [info.type for info in dynatrace.events_v2.list_types(page_size=500)]

    paged = dynatrace.events_v2.list_types(page_size=50)

    assert len(paged) == len(all_at_once)
    assert [info.type for info in paged] == all_at_once
    assert {"CUSTOM_INFO", "ERROR_EVENT", "CUSTOM_ALERT", "MARKED_FOR_TERMINATION"} <= set(all_at_once)


def test_a_type_tells_its_severity(dynatrace):
    info = dynatrace.events_v2.get_type("ERROR_EVENT")

    assert (info.type, info.severity_level) == ("ERROR_EVENT", EventSeverity.ERROR)
    assert info.display_name


@pytest.mark.parametrize(
    "call, status, says",
    [
        (lambda dt: list(dt.events_v2.list(event_selector='colour("red")')), 400, "eventSelector"),
        (lambda dt: list(dt.events_v2.list(event_selector="status(")), 400, "eventSelector"),
        (lambda dt: list(dt.events_v2.list(entity_selector="healthState")), 400, "entitySelector"),
        (lambda dt: list(dt.events_v2.list(time_from="yesterday")), 400, "from"),
        (lambda dt: list(dt.events_v2.list(page_size=100000)), 400, "pageSize"),
        (lambda dt: dt.events_v2.get("1_1"), 404, '"code":404'),
        (lambda dt: dt.events_v2.get_type("NO_SUCH_TYPE"), 404, '"code":404'),
        (lambda dt: dt.events_v2.ingest("NO_SUCH_TYPE", "t"), 400, "eventType"),
        (lambda dt: dt.events_v2.ingest("CUSTOM_INFO", None), 400, "title"),
        (lambda dt: dt.events.create_event("NO_SUCH_TYPE", "HOST-0", "pytest"), 400, "eventType"),
        (lambda dt: dt.events.create_event("CUSTOM_INFO", "HOST-0", None, description="d"), 400, "source"),
    ],
    ids=[
        "unknown criterion",
        "open selector",
        "entities without a type",
        "bad time",
        "page too big",
        "unknown event",
        "unknown type",
        "bad type",
        "no title",
        "bad pushed type",
        "no source",
    ],
)
def test_a_mistake_is_told(dynatrace, call, status, says):
    with pytest.raises(Exception, match=f"Response \\[{status}\\]") as refused:
        call(dynatrace)

    assert says in str(refused.value)


def test_a_key_of_no_page_is_told(dynatrace):
    http_client = dynatrace.events_v2._EventServiceV2__http_client

    with pytest.raises(Exception, match=r"Response \[400\].*nextPageKey"):
        http_client.make_request("/api/v2/events", params={"nextPageKey": "nonsense"})


@pytest.mark.parametrize(
    "call",
    [
        lambda dt: dt.events_v2.list(),
        lambda dt: dt.events_v2.get("1_1"),
        lambda dt: dt.events_v2.ingest("CUSTOM_INFO", "t"),
        lambda dt: dt.events_v2.list_types(),
        lambda dt: dt.events.create_event("CUSTOM_INFO", "HOST-0", "pytest", description="d"),
    ],
    ids=["list", "get", "ingest", "types", "push"],
)
def test_an_unknown_token_is_refused(stranger, call):
    with pytest.raises(Exception, match=r"Response \[401\]") as refused:
        call(stranger)

    assert '"code":401' in str(refused.value)
