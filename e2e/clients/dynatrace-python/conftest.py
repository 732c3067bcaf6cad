import os
import uuid
from datetime import datetime, timedelta, timezone

import pytest
from dynatrace import Dynatrace

URL = os.environ["TOCSIN_URL"]
KEY = os.environ["TOCSIN_KEY"]


@pytest.fixture(scope="session", params=["", "/e/Default"], ids=["bare", "environment"])
def dynatrace(request):
    """The client by both of its addresses."""
    return Dynatrace(URL + request.param, KEY)


@pytest.fixture(scope="session")
def stranger():
    """A client whose token nobody knows."""
    return Dynatrace(URL, "dt0c01.0000.0000")


@pytest.fixture
def host():
    """An entity that no other test uses."""
    return f"HOST-{uuid.uuid4().hex[:16].upper()}"


@pytest.fixture
def ago():
    """A time so many seconds ago, in the naive UTC that the client wants."""
    now = datetime.now(timezone.utc).replace(tzinfo=None, microsecond=0)
    return lambda seconds: now - timedelta(seconds=seconds)
