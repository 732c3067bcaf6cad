"""Datadog's events through the command line that datadogpy brings: dog, which is now called dogshell."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import KEY, URL

COMMANDS = ["dog", "dogshell"]


def run(command, *words, key=KEY, stdin=None):
    program = Path(sys.executable).with_name(command)
    settings = ["--api-key", key, "--application-key", key, "--api_host", URL]
    return subprocess.run([program, *settings, *words], capture_output=True, text=True, input=stdin, timeout=60)


def raw(*words):
    done = run("dogshell", "--raw", *words)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("command", COMMANDS)
def test_post_prints_where_the_event_is(command, mark):
    done = run(command, "event", "post", "Disk full", "/var is at 99 %", "--tags", mark)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Disk full /var is at 99 %")
    assert re.search(r"/event/event\?id=([0-9]+)", done.stdout)


def test_the_host_may_come_from_the_environment(mark):
    environment = os.environ | {"DATADOG_HOST": URL, "DATADOG_API_KEY": KEY, "DATADOG_APP_KEY": KEY}
    words = ["event", "post", "Disk full", "x", "--tags", mark]

    done = subprocess.run(
        [Path(sys.executable).with_name("dogshell"), *words], capture_output=True, text=True, env=environment, timeout=60
    )

    assert done.returncode == 0, done.stderr


def test_the_message_may_come_from_a_pipe(mark):
    done = run("dogshell", "event", "post", "Disk full", "--tags", mark, stdin="first line\nsecond line\n")

    assert "first line\nsecond line" in done.stdout


def test_show_prints_an_event_with_everything_that_was_posted(mark):
    words = ["--type", "nagios", "--host", "web-1", "--device", "sda1", "--aggregation_key", "web-1/var"]
    posted = raw("event", "post", "Disk full", "x", "--tags", mark, "--priority", "low", "--alert_type", "error", *words)

    event = raw("event", "show", posted["event"]["id_str"])["event"]

    assert (event["title"], event["text"], event["tags"]) == ("Disk full", "x", [mark])
    assert (event["priority"], event["alert_type"], event["host"]) == ("low", "error", "web-1")


def test_stream_prints_the_events_of_the_last_minutes(mark):
    raw("event", "post", "Disk full", "x", "--tags", mark, "--type", "nagios", "--no_host")

    found = raw("event", "stream", "5m", "--tags", mark, "--sources", "nagios,jenkins")

    assert [event["title"] for event in found["events"]] == ["Disk full"]


def test_stream_prints_for_people(mark):
    raw("event", "post", "Disk full", "x", "--tags", mark)

    done = run("dogshell", "--pretty", "event", "stream", "5m", "--tags", mark, "--priority", "normal")

    assert done.stdout.startswith("Disk full x")


def test_an_event_is_posted_below_another(mark):
    parent = raw("event", "post", "Disk full", "x", "--tags", mark)["event"]["id_str"]

    child = raw("event", "post", "Disk fuller", "x", "--tags", mark, "--related_event_id", parent)

    assert str(child["event"]["related_event_id"]) == parent


def test_comments_are_posted_answered_updated_and_shown():
    posted = raw("comment", "post", "ann@example.com", "seen")["comment"]
    answer = raw("comment", "reply", str(posted["id"]), "bob@example.com", "me too")["comment"]
    raw("comment", "update", str(posted["id"]), "ann@example.com", "solved")

    shown = run("dogshell", "--pretty", "comment", "show", str(posted["id"]))

    assert answer["related_event_id"] == str(posted["id"])
    assert "solved" in shown.stdout, shown.stderr


@pytest.mark.parametrize(
    "words, message",
    [
        (["event", "show", "1"], "No event matches that event_id."),
        (["event", "post", "t", "x", "--date_happened", "1"], "Event too far in the past"),
        (["event", "post", "t", "x", "--priority", "high"], "priority"),
        (["event", "stream", "1m", "5m"], "start param must be greater than end param"),
    ],
)
def test_a_mistake_is_told(words, message):
    done = run("dogshell", *words)

    assert done.returncode == 1
    assert message in done.stderr


def test_an_unknown_key_is_refused():
    done = run("dogshell", "event", "stream", "5m", key="0" * 32)

    assert done.returncode == 1
    assert "ERROR: Forbidden" in done.stderr
