"""Test results, each layer of them, through ThousandEyes' official SDK for Python."""

from datetime import datetime, timedelta, timezone

import pytest
from conftest import THIS_MINUTE, post_results
from thousandeyes_sdk.core.exceptions import BadRequestException, NotFoundException
from thousandeyes_sdk.test_results.api.api_test_results_api import APITestResultsApi
from thousandeyes_sdk.test_results.api.dns_server_test_results_api import DNSServerTestResultsApi
from thousandeyes_sdk.test_results.api.dns_trace_test_results_api import DNSTraceTestResultsApi
from thousandeyes_sdk.test_results.api.dnssec_test_results_api import DNSSECTestResultsApi
from thousandeyes_sdk.test_results.api.network_bgp_test_results_api import NetworkBGPTestResultsApi
from thousandeyes_sdk.test_results.api.network_test_results_api import NetworkTestResultsApi
from thousandeyes_sdk.test_results.api.voice_rtp_server_test_results_api import VoiceRTPServerTestResultsApi
from thousandeyes_sdk.test_results.api.voice_sip_server_test_results_api import VoiceSIPServerTestResultsApi
from thousandeyes_sdk.test_results.api.web_ftp_server_test_results_api import WebFTPServerTestResultsApi
from thousandeyes_sdk.test_results.api.web_http_server_test_results_api import WebHTTPServerTestResultsApi
from thousandeyes_sdk.test_results.api.web_page_load_test_results_api import WebPageLoadTestResultsApi
from thousandeyes_sdk.test_results.api.web_transactions_test_results_api import WebTransactionsTestResultsApi

AGENT = {"agent": {"agentId": "58", "agentName": "Oslo", "countryId": "NO", "location": "Oslo, Norway"}}
MONITOR = {"monitor": {"monitorId": "7", "monitorName": "Tokyo-1", "countryId": "JP"}}
MORE_THAN_TWO_PAGES = 450

# By layer: the type of a test which has it, what is measured, and the call which reads it.
LAYERS = {
    "network": (
        "agent-to-server",
        AGENT
        | {"loss": 12.5, "avgLatency": 20.25, "minLatency": 19, "maxLatency": 31, "jitter": 1.5, "server": "shop.example:443"}
        | {"serverIp": "192.0.2.1", "availableBandwidth": 90.5, "capacity": 100, "healthScore": 0.9, "errorDetails": "slow"},
        lambda api: NetworkTestResultsApi(api).get_test_network_results,
    ),
    "path-vis": (
        "agent-to-server",
        AGENT
        | {"server": "shop.example:443", "serverIp": "192.0.2.1", "sourceIp": "198.51.100.2", "targetIsProxy": False}
        | {"sourcePrefix": "198.51.100.0/24"}
        | {"pathTraces": [{"pathId": "1", "numberOfHops": 9, "responseTime": 20, "mss": 1460, "pathMtu": 1500}]},
        lambda api: NetworkTestResultsApi(api).get_test_path_vis_results,
    ),
    "bgp": (
        "bgp",
        MONITOR | {"prefixId": "3", "prefix": "203.0.113.0/24", "reachability": 99.5, "pathChanges": 1.5, "updates": 2},
        lambda api: NetworkBGPTestResultsApi(api).get_test_bgp_results,
    ),
    "http-server": (
        "http-server",
        AGENT
        | {"serverIp": "192.0.2.1", "responseCode": 503, "numRedirects": 1, "redirectTime": 3, "dnsTime": 4, "connectTime": 5}
        | {"sslTime": 6, "waitTime": 7, "receiveTime": 8, "responseTime": 25, "totalTime": 33, "wireSize": 4096}
        | {"throughput": 1024.5, "errorType": "HTTP", "errorDetails": "503 Service Unavailable", "sslVersion": "TLSv1.3"},
        lambda api: WebHTTPServerTestResultsApi(api).get_test_http_server_results,
    ),
    "page-load": (
        "page-load",
        AGENT
        | {"responseTime": 12.5, "totalSize": 100000, "numObjects": 12, "numErrors": 1, "domLoadTime": 300, "pageLoadTime": 900},
        lambda api: WebPageLoadTestResultsApi(api).get_test_page_load_results,
    ),
    "web-transactions": (
        "web-transactions",
        AGENT | {"componentErrors": 1, "transactionTime": 1200, "errorType": "Assert", "errorDetails": "no such button"},
        lambda api: WebTransactionsTestResultsApi(api).get_test_web_transaction_results,
    ),
    "api": (
        "api",
        AGENT | {"apiTransactionTime": 420.5, "completion": 66, "errorType": "Assert", "errorDetails": "step 3"},
        lambda api: APITestResultsApi(api).get_test_api_results,
    ),
    "ftp-server": (
        "ftp-server",
        AGENT
        | {"serverIp": "192.0.2.1", "responseCode": 226, "dnsTime": 1.5, "connectTime": 2, "negotiationTime": 3, "waitTime": 4}
        | {"responseTime": 5, "transferTime": 6, "totalTime": 22, "wireSize": 1024, "throughput": 512},
        lambda api: WebFTPServerTestResultsApi(api).get_test_ftp_server_results,
    ),
    "dns-server": (
        "dns-server",
        AGENT | {"serverId": "4", "server": "192.0.2.53", "resolutionTime": 12, "mappings": "192.0.2.1"},
        lambda api: DNSServerTestResultsApi(api).get_test_dns_servers_results,
    ),
    "dns-trace": (
        "dns-trace",
        AGENT
        | {"output": "shop.example. 60 IN A 192.0.2.1", "queries": 4, "failedQueries": 1, "finalServerQueried": "ns.example"}
        | {"finalQueryTime": 9, "mappings": "192.0.2.1", "errorDetails": "slow"},
        lambda api: DNSTraceTestResultsApi(api).get_test_dns_trace_results,
    ),
    "dnssec": (
        "dnssec",
        AGENT | {"isValid": False, "errorDetails": "no chain of trust"},
        lambda api: DNSSECTestResultsApi(api).get_test_dns_sec_results,
    ),
    "sip-server": (
        "sip-server",
        AGENT
        | {"serverIp": "192.0.2.1", "availability": 100, "dnsTime": 1, "connectTime": 2, "registerTime": 3, "inviteTime": 4}
        | {"optionsTime": 5, "waitTime": 6, "responseTime": 7, "totalTime": 28, "numRedirects": 0, "responseCode": 200}
        | {"errorType": "none", "problemDetail": "none"},
        lambda api: VoiceSIPServerTestResultsApi(api).get_test_sip_server_results,
    ),
    "rtp-server": (
        "voice",
        AGENT
        | {"serverIp": "192.0.2.1", "mos": 4.4, "loss": 0.5, "discards": 0, "latency": 20, "pdv": 2, "dscp": "46"}
        | {"dscpName": "EF", "codecName": "G.711", "codecMaxMos": 4.4, "errorDetail": "none"},
        lambda api: VoiceRTPServerTestResultsApi(api).get_test_rtp_server_results,
    ),
}


@pytest.mark.parametrize("layer", LAYERS)
def test_a_result_is_read_as_it_came(te, mark, layer):
    test_type, measured, reader = LAYERS[layer]
    post_results(mark, test_type, [dict(measured)], layer=layer)

    answer = reader(te.api)(mark)

    [result] = answer.results
    members = result.model_dump(by_alias=True, exclude_none=True, mode="json")
    assert {name: members.get(name) for name in measured} == measured
    start = THIS_MINUTE * 60
    assert (result.round_id, result.start_time, result.end_time) == (start, start, start + 60)
    assert result.var_date == datetime.fromtimestamp(start, timezone.utc)
    assert (answer.test.test_id, answer.test.interval, answer.test.type) == (mark, 60, test_type)
    assert answer.links.var_self.href


def test_pages_are_walked_to_the_end(te, mark):
    results = [
        {"agent": {"agentId": str(number % 15), "agentName": "Oslo"}, "loss": number, "minutes_ago": number // 15}
        for number in range(MORE_THAN_TWO_PAGES)
    ]
    post_results(mark, "agent-to-server", results)

    walked = list(NetworkTestResultsApi(te.api).get_test_network_results_paginated(mark, window="2h"))

    rounds = [result.round_id for result in walked]
    assert sorted(result.loss for result in walked) == list(range(MORE_THAN_TWO_PAGES))
    assert rounds == sorted(rounds, reverse=True)


def test_without_a_range_there_is_the_latest_round(te, mark):
    post_results(mark, "agent-to-server", [AGENT | {"loss": age, "minutes_ago": age} for age in (1, 2, 3)])
    api = NetworkTestResultsApi(te.api)
    start = datetime.fromtimestamp((THIS_MINUTE - 3) * 60, timezone.utc)

    assert [result.loss for result in api.get_test_network_results(mark).results] == [1]
    ranged = api.get_test_network_results(mark, start_date=start, end_date=start + timedelta(seconds=90))
    assert [result.loss for result in ranged.results] == [2, 3]
    assert (ranged.start_date, ranged.end_date) == (start, start + timedelta(seconds=90))
    assert api.get_test_path_vis_results(mark).results == []


def test_a_round_of_an_agent_has_its_parts(te, mark):
    hops = [{"hop": 1, "ipAddress": "192.0.2.9", "rdns": "gw.example", "network": "Example (AS 64500)", "responseTime": 3}]
    traced = {"server": "shop.example:443", "pathTraces": [{"pathId": "1", "hops": hops}]}
    markers = {"markers": [{"name": "login", "duration": 300}], "pages": [{"pageNum": 1, "pageName": "Home", "duration": 250}]}
    requests = {"requests": [{"name": "login", "url": "https://shop.example", "stepNumber": 1, "stepType": "default"}]}
    post_results(mark, "web-transactions", [AGENT | markers], layer="web-transactions")
    post_results(mark, "web-transactions", [AGENT | traced], layer="path-vis")
    post_results(mark, "web-transactions", [AGENT | requests], layer="api")
    where = (mark, "58", str(THIS_MINUTE * 60))

    [path] = NetworkTestResultsApi(te.api).get_test_path_vis_agent_round_results(*where).results
    [transaction] = WebTransactionsTestResultsApi(te.api).get_test_web_transaction_agent_round_results(*where).results
    [api] = APITestResultsApi(te.api).get_test_api_agent_round_results(*where).results

    assert path.path_traces[0].hops[0].model_dump(by_alias=True, exclude_none=True) == hops[0]
    assert (transaction.markers[0].duration, transaction.pages[0].page_name) == (300, "Home")
    assert (api.requests[0].url, api.requests[0].step_number) == ("https://shop.example", 1)


def test_one_server_of_a_dns_test(te, mark):
    servers = [AGENT | {"serverId": id, "server": f"192.0.2.{id}", "resolutionTime": 1} for id in ("4", "5")]
    post_results(mark, "dns-server", servers)

    [result] = DNSServerTestResultsApi(te.api).get_test_dns_server_result(mark, "5").results

    assert (result.server_id, result.server) == ("5", "192.0.2.5")


def test_a_mistake_is_told(te, mark):
    api = NetworkTestResultsApi(te.api)
    with pytest.raises(NotFoundException):
        api.get_test_network_results(mark)
    post_results(mark, "agent-to-server", [AGENT | {"loss": 0}])
    for mistake in ({"window": "1h", "start_date": datetime.now(timezone.utc)}, {"cursor": "nonsense"}):
        with pytest.raises(BadRequestException) as refused:
            api.get_test_network_results(mark, **mistake)
        assert refused.value.data.status == 400
