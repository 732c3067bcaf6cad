import os
import time
import uuid

import pytest
from datadog_api_client import ApiClient, Configuration
from datadog_api_client.v1.api.events_api import EventsApi as EventsV1
from datadog_api_client.v2.api.events_api import EventsApi as EventsV2

URL = os.environ["TOCSIN_URL"]
KEY = os.environ["TOCSIN_KEY"]


def client(key):
    configuration = Configuration(host=URL)
    configuration.api_key = {"apiKeyAuth": key, "appKeyAuth": key}
    return ApiClient(configuration)


@pytest.fixture(scope="session")
def v1():
    return EventsV1(client(KEY))


@pytest.fixture(scope="session")
def v2():
    return EventsV2(client(KEY))


@pytest.fixture(scope="session")
def stranger():
    """A client whose key nobody knows."""
    return client("0123456789abcdef0123456789abcdef")


@pytest.fixture
def mark():
    """A tag that no other test uses."""
    return f"run:{uuid.uuid4()}"


@pytest.fixture(scope="session")
def now():
    return int(time.time())
