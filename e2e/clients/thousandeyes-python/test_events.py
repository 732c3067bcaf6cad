"""Detected events through ThousandEyes' official SDK for Python: a day's results in, what was wrong in them out."""

import json
import os
import time
import urllib.request
from datetime import datetime, timedelta, timezone

import pytest
from conftest import URL, Client
from thousandeyes_sdk.core.exceptions import BadRequestException, ForbiddenException, NotFoundException
from thousandeyes_sdk.event_detection.api.events_api import EventsApi
from thousandeyes_sdk.event_detection.models import (
    AgentLocalEventDetail,
    DnsEventDetail,
    EventAgentType,
    EventAlertSeverity,
    EventState,
    EventType,
    NetworkEventDetail,
    NetworkPopEventDetail,
    ProxyEventDetail,
    TargetEventDetail,
    TargetNetworkEventDetail,
)
from world import AGENTS, HOSTS, World

PATIENCE = 120
UNKNOWN = "00000000-0000-4000-8000-000000000000"
CLASSES = {
    "agent-local": AgentLocalEventDetail,
    "dns": DnsEventDetail,
    "network": NetworkEventDetail,
    "network-pop": NetworkPopEventDetail,
    "proxy": ProxyEventDetail,
    "target": TargetEventDetail,
    "target-network": TargetNetworkEventDetail,
}


@pytest.fixture(scope="module")
def key():
    """That of an organization of its own: what else happens would be a part of its world."""
    key = os.environ.get("TOCSIN_DETECTION_KEY_PYTHON")
    if not key:
        pytest.skip("TOCSIN_DETECTION_KEY_PYTHON is not set: ./tocsin key create --organization detection ...")
    return key


@pytest.fixture(scope="module")
def world(key):
    """What happened; all of it has been found."""
    world = World(f"w{int(time.time())}")
    world.post(URL, key)
    deadline = time.monotonic() + PATIENCE
    while len(found(key)) < len(world.groupings()):
        assert time.monotonic() < deadline, f"of {len(world.groupings())} faults were found: {found(key)}"
        time.sleep(0.5)
    return world


@pytest.fixture(scope="module")
def events(key):
    return EventsApi(Client(key).api)


def found(key):
    return EventsApi(Client(key).api).get_events(window="1d", max=1000).events


def at(minute):
    return datetime.fromtimestamp(minute * 60, timezone.utc)


def test_each_fault_is_one_event_of_its_type(events, world):
    listed = events.get_events(window="1d").events

    assert [event.type.value for event in reversed(listed)] == [type for type, _ in world.groupings()]
    assert [event.start_date for event in reversed(listed)] == [at(world.start(fault)) for fault in range(8)]
    assert [event.end_date for event in reversed(listed)][:7] == [at(world.end(fault)) for fault in range(7)]


def test_an_event_is_listed_with_all_it_has(events, world):
    page = events.get_events(window="1d", ongoing=True)

    [event] = page.events
    assert page.aid and page.start_date < page.end_date
    assert page.links.var_self.href.startswith(URL) and page.links.next is None
    assert (event.type, event.type_name) == (EventType.TARGET, "Server Issue")
    assert (event.state, event.end_date) == (EventState.ACTIVE, None)
    assert event.severity == EventAlertSeverity.MEDIUM  # 8 of 96 flows
    assert event.title == f"Affecting {world.host(1)}"
    assert (event.affected_tests.total, event.affected_tests.in_account_group) == (1, 1)
    assert (event.affected_targets.total, event.affected_targets.in_account_group) == (1, 1)
    assert (event.affected_agents.total, event.affected_agents.in_account_group) == (AGENTS, AGENTS)
    assert event.agent_type == EventAgentType.CLOUD_MINUS_ENTERPRISE_MINUS_AGENT
    assert event.links.var_self.href == f"{URL}/v7/events/{event.id}"


def test_each_type_is_read_as_its_own_class(events, world):
    listed = list(reversed(events.get_events(window="1d").events))

    for event, (type, grouping) in zip(listed, world.groupings(), strict=True):
        detail = events.get_event(event.id).actual_instance
        assert isinstance(detail, CLASSES[type])
        assert detail.grouping.model_dump(by_alias=True, exclude_none=True) == grouping
        assert (detail.type, detail.type_name, detail.severity) == (type, event.type_name, event.severity)
        assert detail.cause and detail.summary.startswith("Significant number of issues detected with ")
        for counted, listed_ids in (
            (detail.affected_tests, {test.test_id for test in detail.affected_tests.tests}),
            (detail.affected_targets, {target.server_id for target in detail.affected_targets.targets}),
            (detail.affected_agents, {agent.agent_id for agent in detail.affected_agents.agents}),
        ):
            assert counted.total == counted.in_account_group == len(listed_ids) > 0


def test_a_detail_names_tests_targets_and_agents(events, world):
    [event] = [each for each in events.get_events(window="1d").events if each.title == f"Affecting {world.host(5)}"]

    detail = events.get_event(event.id).actual_instance

    [test] = detail.affected_tests.tests
    [target] = detail.affected_targets.targets
    assert (test.name, test.test_type, test.test_id) == (f"Test of {world.host(5)}", "http-server", f"{world.mark}-5")
    assert test.links.test.href == f"{URL}/v7/tests/{test.test_id}"
    assert (target.name, target.server_id) == (world.host(5), f"{world.mark}-server5")
    assert set(target.affected_test_ids) == set(test.test_id.split(","))
    assert set(test.affected_target_ids) == {target.server_id}
    oslo = next(agent for agent in detail.affected_agents.agents if agent.name == "Agent 0")
    assert (oslo.agent_id, oslo.type, oslo.location, oslo.country_code) == (world.agent(0), "cloud", "Town 0", "NO")
    assert oslo.links.agent.href == f"{URL}/v7/agents/{oslo.agent_id}"
    assert set(oslo.affected_test_ids) == {test.test_id} and len(test.affected_agent_ids) == AGENTS
    assert detail.cause == ["Server errors"]
    assert detail.state == EventState.RESOLVED and detail.end_date == at(world.end(2))


def test_a_walk_finds_each_event_once(events, world):
    walked = list(events.get_events_paginated(window="1d", max=3))

    assert len({event.id for event in walked}) == len(walked) == 8
    assert [event.start_date for event in walked] == sorted((event.start_date for event in walked), reverse=True)


def test_a_range_and_ongoing_select(events, world):
    dns = {"start_date": at(world.start(1) - 5), "end_date": at(world.end(1) + 5)}

    assert [event.type.value for event in events.get_events(**dns).events] == ["dns"]
    assert len(events.get_events(window="1d", ongoing=False).events) == 7
    assert events.get_events(**dns, ongoing=True).events == []


def test_the_evidence_tells_why(events, world, key):
    [event] = events.get_events(window="1d", ongoing=True).events
    request = urllib.request.Request(f"{event.links.var_self.href}/evidence", headers={"Authorization": f"Bearer {key}"})

    with urllib.request.urlopen(request) as answer:
        evidence = json.load(answer)

    assert evidence["statistic"]["logOdds"] > evidence["statistic"]["threshold"] > 0
    assert evidence["phases"] == {"server": AGENTS}
    failing = [point for point in evidence["series"] if point["failures"]]
    assert failing[0]["date"] == at(world.start(7)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert all(point["failureRate"] == 1 and point["baseline"] < 0.1 for point in failing)
    assert all(rejected["worseBy"] > 0 for rejected in evidence["rejected"])


def test_nothing_found_is_an_empty_page(te):
    start = datetime(2020, 1, 1, tzinfo=timezone.utc)

    page = EventsApi(te.api).get_events(start_date=start, end_date=start + timedelta(days=1))

    assert page.events == [] and page.links.next is None
    assert (page.start_date, page.end_date) == (start, start + timedelta(days=1))


def test_an_unknown_event_is_not_found(te):
    for unknown in (UNKNOWN, "nonsense"):
        with pytest.raises(NotFoundException):
            EventsApi(te.api).get_event(unknown)


def test_events_of_another_organization_are_not_found(te, events, world):
    with pytest.raises(NotFoundException):
        EventsApi(te.api).get_event(events.get_events(window="1d").events[0].id)


def test_a_mistake_is_told(te, reader):
    api = EventsApi(te.api)
    for mistake in ({}, {"window": "1h", "start_date": datetime.now(timezone.utc)}, {"window": "1h", "cursor": "nonsense"}):
        with pytest.raises(BadRequestException) as refused:
            api.get_events(**mistake)
        assert refused.value.data.status == 400
    with pytest.raises(ForbiddenException):
        EventsApi(reader.api).get_events(window="1h")
