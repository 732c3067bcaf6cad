"""An organization of which is known what went wrong in it: fifteen hours of results, one fault of each type, and one which goes on."""

import json
import time
import urllib.request

AGENTS = 8  # two in each network
HOSTS = 8  # two in each domain, two in each prefix, four in each AS
THROUGH_PROXY = (2, 3, 6, 7)  # these hosts are also tested through a proxy
STEP = 2  # minutes from round to round
HOURS = 15
FAULT_MINUTES = 20
COUNTRIES = ("NO", "IT", "BR", "JP")
MOST_PER_CALL = 1500  # a body may have a megabyte


class World:
    """All names begin with the mark. Faults come from the eighth hour on, one each hour."""

    def __init__(self, mark):
        self.mark = mark
        self.now = int(time.time()) // 60 // STEP * STEP
        self.begin = self.now - HOURS * 60
        self.proxy = f"proxy.{mark}.test:3128"

    def host(self, number):
        return f"host{number}.{self.mark}-{number // 2}.test"

    def domain(self, number):
        return f"{self.mark}-{number}.test"

    @staticmethod
    def prefix(host):
        return f"203.0.113.{host % 4 * 64}/26"

    def groupings(self):
        """What each fault must be grouped by, by type, in the order in which they happened; the last one goes on."""
        return [
            ("agent-local", {"agentId": self.agent(7)}),
            ("dns", {"rootDomain": self.domain(1)}),
            ("target", {"target": self.host(5)}),
            ("target-network", {"prefix": self.prefix(0)}),
            ("network", {"sourceAsn": 64500, "destAsn": 64601, "sourceCountryCode": "NO"}),
            ("network-pop", {"sourceAsn": 64501, "sourceCountryCode": "IT"}),
            ("proxy", {"proxy": self.proxy}),
            ("target", {"target": self.host(1)}),
        ]

    def start(self, fault):
        """The minute since 1970 in which it began."""
        return self.begin + (7 + fault) * 60 if fault < 7 else self.now - 12

    def end(self, fault):
        """That of its last failing round."""
        return self.start(fault) + FAULT_MINUTES - STEP if fault < 7 else self.now

    def agent(self, number):
        return f"{self.mark}-agent{number}"

    def post(self, url, key):
        """The oldest first, as if they came on time."""
        self._post(url, key, [self._traced(host) for host in range(HOSTS)])
        results = []
        for minute in range(self.begin, self.now + 1, STEP):
            results += self._round(minute)
            if len(results) > MOST_PER_CALL or minute + STEP > self.now:
                self._post(url, key, self._by_test(results))
                results = []

    def _error(self, minute, agent, host, proxied):
        fault = next((n for n in range(8) if self.start(n) <= minute <= self.end(n)), None)
        failing = {
            0: agent == 7 and "Connect",
            1: host // 2 == 1 and "DNS",
            2: host == 5 and "HTTP",
            3: host % 4 == 0 and "Connect",
            4: agent < 2 and host % 2 == 1 and not proxied and "Connect",
            5: agent // 2 == 1 and "Connect",
            6: proxied and "Proxy",
            7: host == 1 and "HTTP",
        }
        return failing.get(fault) or "None"

    def _round(self, minute):
        for agent in range(AGENTS):
            for host in range(HOSTS):
                for proxied in (False, True) if host in THROUGH_PROXY else (False,):
                    error = self._error(minute, agent, host, proxied)
                    measured = {"errorType": error} | ({"proxy": self.proxy} if proxied else {})
                    if error == "None":
                        measured |= {"responseCode": 200, "responseTime": 100 + minute * 7 % 5}
                    yield (host, proxied), measured | {"agent": self._agent(agent), "roundId": minute * 60}

    def _agent(self, number):
        network = f"Example {number // 2} (AS {64500 + number // 2})"
        return {
            "agentId": self.agent(number),
            "agentName": f"Agent {number}",
            "agentType": "cloud",
            "location": f"Town {number}",
            "countryId": COUNTRIES[number // 2],
            "network": network,
        }

    def _test(self, host, proxied=False):
        return {
            "testId": f"{self.mark}-{host}{'-proxied' if proxied else ''}",
            "testName": f"Test of {self.host(host)}",
            "type": "http-server",
            "interval": STEP * 60,
            "server": f"{self.host(host)}:443",
            "serverId": f"{self.mark}-server{host}",
        }

    def _traced(self, host):
        hop = {
            "hop": 1,
            "ipAddress": f"203.0.113.{host % 4 * 64 + 1 + host // 4}",
            "prefix": self.prefix(host),
            "network": f"Target (AS {64600 + host % 2})",
        }
        result = {
            "agent": self._agent(0),
            "roundId": self.begin * 60,
            "serverIp": hop["ipAddress"],
            "pathTraces": [{"pathId": "1", "hops": [hop]}],
        }
        return {"test": self._test(host), "layer": "path-vis", "results": [result]}

    def _by_test(self, results):
        tests = {}
        for test, result in results:
            tests.setdefault(test, []).append(result)
        return [{"test": self._test(*test), "layer": "http-server", "results": each} for test, each in tests.items()]

    @staticmethod
    def _post(url, key, body):
        request = urllib.request.Request(
            f"{url}/v7/test-results",
            json.dumps(body).encode(),
            {"Authorization": f"Bearer {key}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request) as answer:
            assert answer.status == 200
