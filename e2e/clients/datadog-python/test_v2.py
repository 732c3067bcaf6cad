"""Datadog's v2 events through its official client for Python."""

from datetime import datetime, timedelta, timezone

import pytest
from datadog_api_client.exceptions import ApiException, ForbiddenException, NotFoundException, UnauthorizedException
from datadog_api_client.v1.model.event_alert_type import EventAlertType
from datadog_api_client.v1.model.event_create_request import EventCreateRequest as EventCreateRequestV1
from datadog_api_client.v2.api.events_api import EventsApi
from datadog_api_client.v2.model.alert_event_custom_attributes import AlertEventCustomAttributes
from datadog_api_client.v2.model.alert_event_custom_attributes_custom import AlertEventCustomAttributesCustom
from datadog_api_client.v2.model.alert_event_custom_attributes_links_items import AlertEventCustomAttributesLinksItems
from datadog_api_client.v2.model.alert_event_custom_attributes_links_items_category import (
    AlertEventCustomAttributesLinksItemsCategory as LinkCategory,
)
from datadog_api_client.v2.model.alert_event_custom_attributes_priority import (
    AlertEventCustomAttributesPriority as AlertPriority,
)
from datadog_api_client.v2.model.alert_event_custom_attributes_status import AlertEventCustomAttributesStatus as Status
from datadog_api_client.v2.model.change_event_custom_attributes import ChangeEventCustomAttributes
from datadog_api_client.v2.model.change_event_custom_attributes_author import ChangeEventCustomAttributesAuthor
from datadog_api_client.v2.model.change_event_custom_attributes_author_type import (
    ChangeEventCustomAttributesAuthorType as AuthorType,
)
from datadog_api_client.v2.model.change_event_custom_attributes_changed_resource import (
    ChangeEventCustomAttributesChangedResource,
)
from datadog_api_client.v2.model.change_event_custom_attributes_changed_resource_type import (
    ChangeEventCustomAttributesChangedResourceType as ResourceType,
)
from datadog_api_client.v2.model.event_category import EventCategory
from datadog_api_client.v2.model.event_create_request import EventCreateRequest
from datadog_api_client.v2.model.event_create_request_payload import EventCreateRequestPayload
from datadog_api_client.v2.model.event_create_request_type import EventCreateRequestType
from datadog_api_client.v2.model.event_payload import EventPayload
from datadog_api_client.v2.model.events_list_request import EventsListRequest
from datadog_api_client.v2.model.events_query_filter import EventsQueryFilter
from datadog_api_client.v2.model.events_query_options import EventsQueryOptions
from datadog_api_client.v2.model.events_request_page import EventsRequestPage
from datadog_api_client.v2.model.events_sort import EventsSort

FULL_PAGES = 20
PARTLY_FILLED_PAGES = 25


@pytest.fixture
def post_v1(v1, mark, now):
    def post(title, **fields):
        return v1.create_event(
            body=EventCreateRequestV1(**({"title": title, "text": "text", "tags": [mark]} | fields))
        ).event

    return post


def payload(category, attributes, mark, **fields):
    event = EventPayload(title="Pool size", category=category, attributes=attributes, tags=[mark], **fields)
    return EventCreateRequestPayload(data=EventCreateRequest(type=EventCreateRequestType.EVENT, attributes=event))


def change(mark, **fields):
    attributes = ChangeEventCustomAttributes(
        changed_resource=ChangeEventCustomAttributesChangedResource(
            name="pool.size", type=ResourceType.CONFIGURATION
        ),
        author=ChangeEventCustomAttributesAuthor(name="ann@example.com", type=AuthorType.USER),
        prev_value={"size": 10},
        new_value={"size": 20},
        change_metadata={"ticket": "OPS-1"},
    )
    return payload(EventCategory.CHANGE, attributes, mark, **fields)


def alert(mark, status=Status.ERROR, **fields):
    attributes = AlertEventCustomAttributes(
        status=status,
        priority=AlertPriority.PRIORITY_TWO,
        links=[AlertEventCustomAttributesLinksItems(url="https://example.com/runbook", category=LinkCategory.RUNBOOK)],
        custom=AlertEventCustomAttributesCustom(rack="r7"),
    )
    return payload(EventCategory.ALERT, attributes, mark, **fields)


def search(query, **parts):
    window = EventsQueryFilter(query=query, _from=parts.pop("since", "now-1h"), to=parts.pop("until", "now+10m"))
    return EventsListRequest(filter=window, **parts)


def titles(answer):
    return [event.attributes.attributes.title for event in answer.data]


def test_a_receipt_names_the_event(v2, mark):
    receipt = v2.create_event(body=change(mark))

    evt = receipt.data.attributes.attributes.evt
    assert receipt.data.id == "_"
    assert len(evt.uid) == 24
    assert evt.id.isdigit()
    assert receipt.links.self.endswith(f"/event/event?uid={evt.uid}")


def test_a_change_is_read_by_its_uid(v2, mark):
    uid = v2.create_event(body=change(mark, message="bigger")).data.attributes.attributes.evt.uid

    event = v2.get_event(uid).to_dict()["data"]

    inner = event["attributes"]["attributes"]
    assert (event["id"], event["type"]) == (uid, "event")
    assert event["attributes"]["message"] == "bigger"
    assert mark in event["attributes"]["tags"]
    assert inner["title"] == "Pool size"
    assert inner["evt"]["category"] == "change"
    assert inner["changed_resource"] == {"name": "pool.size", "type": "configuration"}
    assert inner["author"] == {"name": "ann@example.com", "type": "user"}
    assert (inner["prev_value"], inner["new_value"]) == ({"size": 10}, {"size": 20})
    assert inner["change_metadata"] == {"ticket": "OPS-1"}


def test_an_alert_is_read_by_its_uid(v2, mark):
    uid = v2.create_event(body=alert(mark)).data.attributes.attributes.evt.uid

    inner = v2.get_event(uid).to_dict()["data"]["attributes"]["attributes"]

    assert inner["evt"]["category"] == "alert"
    assert (inner["status"], inner["priority"]) == ("error", "2")
    assert inner["links"] == [{"url": "https://example.com/runbook", "category": "runbook"}]
    assert inner["custom"] == {"rack": "r7"}


def test_what_v1_posts_v2_finds(v2, post_v1, mark, now):
    posted = post_v1(
        "Disk full",
        date_happened=now,
        alert_type=EventAlertType.ERROR,
        host="web-1",
        aggregation_key="web-1/var",
        source_type_name="nagios",
    )

    [event] = v2.list_events(filter_query=mark, filter_from="now-1h", filter_to="now+10m").data

    inner = event.attributes.attributes
    assert event.type.value == "event"
    assert (event.attributes.message, inner.title) == ("text", "Disk full")
    assert sorted(event.attributes.tags) == sorted([mark, "source:nagios"])
    assert event.attributes.timestamp == datetime.fromtimestamp(now, timezone.utc)
    assert inner.timestamp == now * 1000
    assert (inner.status.value, inner.priority.value) == ("error", "normal")
    assert (inner.hostname, inner.aggregation_key, inner.event_object) == ("web-1", "web-1/var", "web-1/var")
    assert (inner.evt.id, inner.evt.type) == (str(posted.id), "api")


def test_what_v2_posts_v1_finds(v1, v2, mark, now):
    evt = v2.create_event(body=alert(mark, message="full", host="web-1")).data.attributes.attributes.evt

    [event] = v1.list_events(start=now - 60, end=now + 600, tags=mark).events

    assert event.id_str == evt.id
    assert (event.title, event.text, event.host) == ("Pool size", "full", "web-1")
    assert event.alert_type == EventAlertType.ERROR


@pytest.mark.parametrize(
    "query, found",
    [
        ("", ["alpha", "beta gamma"]),
        ("*", ["alpha", "beta gamma"]),
        ("alpha", ["alpha"]),
        ("ALPHA", ["alpha"]),
        ('"beta gamma"', ["beta gamma"]),
        ('"gamma beta"', []),
        ("gam*", ["beta gamma"]),
        ("source:(nagios OR chef)", ["alpha"]),
        ("host:web-*", ["alpha"]),
        ("status:error", ["alpha"]),
        ("status:warn", ["beta gamma"]),
        ("-status:error", ["beta gamma"]),
        ("NOT alpha", ["beta gamma"]),
        ("alpha OR gamma", ["alpha", "beta gamma"]),
        ("disk:*", ["alpha"]),
        ("@title:alpha", ["alpha"]),
        ("@title:ALPHA", []),
        ("load:>0.5", ["beta gamma"]),
        ("load:[0 TO 1}", ["beta gamma"]),
        ("service:web* AND @http.status_code:[200 TO 299]", []),
    ],
)
def test_a_search_finds(v2, post_v1, mark, query, found):
    post_v1(
        "alpha", tags=[mark, "disk:sda1"], source_type_name="nagios", host="web-1", alert_type=EventAlertType.ERROR
    )
    post_v1("beta gamma", tags=[mark, "load:0.75"], alert_type=EventAlertType.WARNING)

    answer = v2.search_events(body=search(f"{mark} ({query})" if query else mark))

    assert sorted(titles(answer)) == found


def test_both_orders(v2, post_v1, mark, now):
    for age in (30, 10, 20):
        post_v1(f"{age} s ago", date_happened=now - age)
    oldest_first = ["30 s ago", "20 s ago", "10 s ago"]

    def found(**sort):
        return titles(v2.list_events(filter_query=mark, **sort))

    assert found(sort=EventsSort.TIMESTAMP_ASCENDING) == oldest_first
    assert found(sort=EventsSort.TIMESTAMP_DESCENDING) == oldest_first[::-1]
    assert found() == oldest_first[::-1]


def utc(seconds, zone=timezone.utc):
    return datetime.fromtimestamp(seconds, zone).isoformat()


@pytest.mark.parametrize(
    "since, until, options",
    [
        ("now-5m", "now", None),
        (lambda now: str((now - 300) * 1000), lambda now: str(now * 1000), None),
        (lambda now: utc(now - 300), lambda now: utc(now), None),
        (
            lambda now: utc(now - 300, timezone(timedelta(hours=1))),
            lambda now: utc(now, timezone(timedelta(hours=1))),
            None,
        ),
        (lambda now: utc(now + 3300)[:19], lambda now: utc(now + 3600)[:19], EventsQueryOptions(timezone="UTC+1")),
        ("now-65m", "now-1h", EventsQueryOptions(time_offset=3600)),
    ],
    ids=["date math", "milliseconds", "ISO in UTC", "ISO with an offset", "ISO in a time zone", "offset"],
)
def test_a_window(v2, post_v1, mark, now, since, until, options):
    post_v1("inside", date_happened=now - 60)
    post_v1("outside", date_happened=now - 600)
    since, until = (bound(now) if callable(bound) else bound for bound in (since, until))
    more = {"options": options} if options else {}

    assert titles(v2.search_events(body=search(mark, since=since, until=until, **more))) == ["inside"]


def test_nothing_found_is_an_empty_page(v2, mark):
    answer = v2.search_events(body=search(mark))

    assert answer.to_dict() == {"data": []}


@pytest.mark.parametrize("count", [FULL_PAGES, PARTLY_FILLED_PAGES])
def test_pages_are_walked_to_the_end(v2, post_v1, mark, now, count):
    posted = [post_v1(f"event {n}", date_happened=now - n).title for n in range(count)]

    listed = v2.list_events_with_pagination(filter_query=mark, filter_from="now-1h", filter_to="now")
    searched = v2.search_events_with_pagination(body=search(mark, page=EventsRequestPage(limit=7)))

    assert [event.attributes.attributes.title for event in listed] == posted
    assert [event.attributes.attributes.title for event in searched] == posted


def test_a_walk_is_not_disturbed_by_new_events(v2, post_v1, mark, now):
    posted = [post_v1(f"event {n}", date_happened=now - 100 - n).title for n in range(FULL_PAGES)]
    seen = []

    for event in v2.list_events_with_pagination(filter_query=mark, page_limit=5):
        seen.append(event.attributes.attributes.title)
        post_v1("late", date_happened=now - 1)

    assert seen == posted


def test_the_next_page_has_a_link(v2, post_v1, mark):
    for n in range(2):
        post_v1(f"event {n}")

    answer = v2.list_events(filter_query=mark, page_limit=1)

    assert answer.meta.page.after in answer.links.next
    assert "/api/v2/events?" in answer.links.next
    assert "page%5Blimit%5D=1" in answer.links.next


FOREIGN_CURSOR = (
    "eyJzdGFydEF0IjoiQVFBQUFYS2tMS3pPbm40NGV3QUFBQUJCV0V0clRFdDZVbG8zY3pCRmNsbHJiVmxDWlEifQ=="  # {"startAt": ...}
)


@pytest.mark.parametrize(
    "call, message",
    [
        (lambda api: api.list_events(filter_query="("), "filter.query"),
        (lambda api: api.search_events(body=search('"open')), "filter.query"),
        (lambda api: api.list_events(filter_from="yesterday"), "filter.from"),
        (lambda api: api.search_events(body=search("*", since="now", until="now-1h")), "filter"),
        (lambda api: api.list_events(page_cursor="nonsense"), "invalid cursor"),
        (lambda api: api.list_events(page_cursor=FOREIGN_CURSOR), "invalid cursor"),
        (lambda api: api.search_events(body=search("*", page=EventsRequestPage(cursor="!"))), "invalid cursor"),
        (
            lambda api: api.search_events(body=search("*", options=EventsQueryOptions(timezone="UTC", time_offset=1))),
            "options",
        ),
        (lambda api: api.search_events(body=search("*", options=EventsQueryOptions(timezone="Mars/Phobos"))), "options.timezone"),
        (lambda api: api.get_event("short"), ""),
    ],
    ids=[
        "open group",
        "open quote",
        "bad time",
        "end before start",
        "bad cursor",
        "foreign cursor",
        "bad cursor in a search",
        "zone and offset",
        "bad zone",
        "malformed uid",
    ],
)
def test_a_mistake_is_told(v2, call, message):
    with pytest.raises(ApiException) as refused:
        call(v2)

    assert refused.value.status == 400
    assert all(isinstance(error, str) for error in refused.value.body["errors"])
    assert message in refused.value.body["errors"][0]


@pytest.mark.parametrize(
    "body, pointed_at",
    [
        (lambda: payload(EventCategory.CHANGE, AlertEventCustomAttributes(status=Status.OK), "a"), "attributes"),
        (lambda: change("a", timestamp="yesterday"), "timestamp"),
        (lambda: change("a", timestamp="2017-01-15T01:30:15Z"), "timestamp"),
    ],
    ids=["attributes of the other category", "bad time", "too old"],
)
def test_a_bad_event_is_told(v2, body, pointed_at):
    with pytest.raises(ApiException) as refused:
        v2.create_event(body=body())

    assert refused.value.status == 400
    for error in refused.value.body["errors"]:
        assert (error["status"], error["title"]) == ("400", "Bad Request")
        assert f"$.data.attributes.{pointed_at}" in error["detail"]


def test_an_unknown_uid_is_not_found(v2):
    with pytest.raises(NotFoundException) as refused:
        v2.get_event("A" * 24)

    assert isinstance(refused.value.body["errors"][0], str)


@pytest.mark.parametrize(
    "call",
    [
        lambda api: api.list_events(),
        lambda api: api.search_events(),
        lambda api: api.create_event(body=change("a")),
    ],
    ids=["list", "search", "create"],
)
def test_an_unknown_key_is_refused(stranger, call):
    with pytest.raises(ForbiddenException) as refused:
        call(EventsApi(stranger))

    assert refused.value.body["errors"]


def test_an_unknown_key_is_unauthorized_to_get(stranger):
    with pytest.raises(UnauthorizedException) as refused:
        EventsApi(stranger).get_event("A" * 24)

    assert refused.value.body["errors"][0] == "Unauthorized"
