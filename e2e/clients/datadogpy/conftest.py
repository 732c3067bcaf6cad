import os
import time
import uuid

import pytest
from datadog import api, initialize

URL = os.environ["TOCSIN_URL"]
KEY = os.environ["TOCSIN_KEY"]


@pytest.fixture(autouse=True)
def events():
    """datadogpy keeps its settings in the module, so each test begins with fresh ones."""
    initialize(api_host=URL, api_key=KEY, app_key=KEY, host_name="client-test", mute=False)
    return api.Event


@pytest.fixture
def stranger():
    """From here on the key is one that nobody knows."""
    initialize(api_host=URL, api_key="0" * 32, app_key="0" * 40, mute=False)
    return api.Event


@pytest.fixture
def mark():
    """A tag that no other test uses."""
    return f"run:{uuid.uuid4()}"


@pytest.fixture(scope="session")
def now():
    return int(time.time())
