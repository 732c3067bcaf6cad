"""What ThousandEyes' official SDK for Python does when a limit is used up."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import KEY, Client
from thousandeyes_sdk.core.exceptions import TooManyRequestsException
from thousandeyes_sdk.core.thousandeyes_retry import ThousandEyesRetry

MORE_THAN_ANY_LIMIT = 13_000
WORKERS = 4


@pytest.fixture
def refused():
    """The first refusal of a client which does not wait."""
    impatient = Client(KEY, retries=ThousandEyesRetry(total=0))
    refusals = []

    def call(_):
        try:
            refusals or impatient.alerts.get_alerts_without_preload_content(max=1).status == 429 and impatient.alerts.get_alerts()
        except TooManyRequestsException as refusal:
            refusals.append(refusal)

    with ThreadPoolExecutor(WORKERS) as workers:
        list(workers.map(call, range(MORE_THAN_ANY_LIMIT)))
    assert refusals, "no limit was met"
    return refusals[0]


def test_the_sdk_waits_until_the_reset_and_goes_on(refused, te):
    answer = te.alerts.get_alerts_with_http_info()

    reset = int(refused.headers["X-Organization-Rate-Limit-Reset"])
    assert refused.data.status == 429
    assert int(refused.headers["X-Organization-Rate-Limit-Limit"]) > 0
    assert refused.headers["X-Organization-Rate-Limit-Remaining"] == "0"
    assert answer.status_code == 200
    assert time.time() >= reset
    assert int(answer.headers["X-Organization-Rate-Limit-Remaining"]) > 0
