package tocsin

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"
)

// An organization of which is known what went wrong in it, as in ../thousandeyes-python/world.py.
const (
	agents       = 8 // two in each network
	hosts        = 8 // two in each domain, two in each prefix, four in each AS
	step         = 2 // minutes from round to round
	worldHours   = 15
	faultMinutes = 20
	perCall      = 1500 // a body may have a megabyte
)

var countries = []string{"NO", "IT", "BR", "JP"}

type object = map[string]any

type world struct {
	mark       string
	begin, now int64 // minutes since 1970
}

type fault struct {
	kind     string
	grouping object
	// The type of error in this place, empty when it is well.
	spoils func(agent, host int, proxied bool) string
}

func newWorld() world {
	now := thisMinute / step * step
	return world{fmt.Sprintf("w%d", time.Now().Unix()), now - worldHours*60, now}
}

func (w world) host(number int) string {
	return fmt.Sprintf("host%d.%s-%d.test", number, w.mark, number/2)
}

func (w world) proxy() string {
	return "proxy." + w.mark + ".test:3128"
}

func (w world) agent(number int) string {
	return fmt.Sprintf("%s-agent%d", w.mark, number)
}

func prefix(host int) string {
	return fmt.Sprintf("203.0.113.%d/26", host%4*64)
}

func when(fails bool, kind string) string {
	if fails {
		return kind
	}
	return ""
}

// In the order in which they happened, one each hour; the last one goes on.
func (w world) faults() []fault {
	return []fault{
		{"agent-local", object{"agentId": w.agent(7)},
			func(agent, host int, proxied bool) string { return when(agent == 7, "Connect") }},
		{"dns", object{"rootDomain": w.mark + "-1.test"},
			func(agent, host int, proxied bool) string { return when(host/2 == 1, "DNS") }},
		{"target", object{"target": w.host(5)},
			func(agent, host int, proxied bool) string { return when(host == 5, "HTTP") }},
		{"target-network", object{"prefix": prefix(0)},
			func(agent, host int, proxied bool) string { return when(host%4 == 0, "Connect") }},
		{"network", object{"sourceAsn": 64500, "destAsn": 64601, "sourceCountryCode": "NO"},
			func(agent, host int, proxied bool) string {
				return when(agent < 2 && host%2 == 1 && !proxied, "Connect")
			}},
		{"network-pop", object{"sourceAsn": 64501, "sourceCountryCode": "IT"},
			func(agent, host int, proxied bool) string { return when(agent/2 == 1, "Connect") }},
		{"proxy", object{"proxy": w.proxy()},
			func(agent, host int, proxied bool) string { return when(proxied, "Proxy") }},
		{"target", object{"target": w.host(1)},
			func(agent, host int, proxied bool) string { return when(host == 1, "HTTP") }},
	}
}

func (w world) start(fault int) int64 {
	if fault == 7 {
		return w.now - 12
	}
	return w.begin + int64(7+fault)*60
}

// Of the last failing round.
func (w world) end(fault int) int64 {
	if fault == 7 {
		return w.now
	}
	return w.start(fault) + faultMinutes - step
}

func (w world) error(minute int64, agent, host int, proxied bool) string {
	for number, fault := range w.faults() {
		if minute >= w.start(number) && minute <= w.end(number) {
			if kind := fault.spoils(agent, host, proxied); kind != "" {
				return kind
			}
		}
	}
	return "None"
}

// The oldest first, as if they came on time.
func (w world) post(t *testing.T, key string) {
	var traces []any
	for host := range hosts {
		traces = append(traces, w.traced(host))
	}
	postAll(t, key, traces)
	batch, count := map[string]object{}, 0
	for minute := w.begin; minute <= w.now; minute += step {
		count += w.round(minute, batch)
		if count > perCall || minute+step > w.now {
			var tests []any
			for _, test := range batch {
				tests = append(tests, test)
			}
			postAll(t, key, tests)
			batch, count = map[string]object{}, 0
		}
	}
}

func (w world) round(minute int64, batch map[string]object) (count int) {
	for host := range hosts {
		for _, proxied := range []bool{false, true} {
			if proxied && host%4 < 2 {
				continue
			}
			test := w.test(host, proxied)
			id := test["testId"].(string)
			if batch[id] == nil {
				batch[id] = object{"test": test, "layer": "http-server", "results": []any{}}
			}
			for agent := range agents {
				batch[id]["results"] = append(batch[id]["results"].([]any), w.result(minute, agent, host, proxied))
				count++
			}
		}
	}
	return count
}

func (w world) result(minute int64, agent, host int, proxied bool) object {
	result := object{"agent": w.describe(agent), "roundId": minute * 60, "errorType": w.error(minute, agent, host, proxied)}
	if result["errorType"] == "None" {
		result["responseCode"] = 200
		result["responseTime"] = 100 + minute*7%5
	}
	if proxied {
		result["proxy"] = w.proxy()
	}
	return result
}

func (w world) describe(agent int) object {
	return object{
		"agentId": w.agent(agent), "agentName": fmt.Sprintf("Agent %d", agent), "agentType": "cloud",
		"location": fmt.Sprintf("Town %d", agent), "countryId": countries[agent/2],
		"network": fmt.Sprintf("Example %d (AS %d)", agent/2, 64500+agent/2),
	}
}

func (w world) test(host int, proxied bool) object {
	id := fmt.Sprintf("%s-%d", w.mark, host)
	if proxied {
		id += "-proxied"
	}
	return object{
		"testId": id, "testName": "Test of " + w.host(host), "type": "http-server", "interval": step * 60,
		"server": w.host(host) + ":443", "serverId": fmt.Sprintf("%s-server%d", w.mark, host),
	}
}

func (w world) traced(host int) object {
	address := fmt.Sprintf("203.0.113.%d", host%4*64+1+host/4)
	hop := object{
		"hop": 1, "ipAddress": address, "prefix": prefix(host), "network": fmt.Sprintf("Target (AS %d)", 64600+host%2),
	}
	return object{"test": w.test(host, false), "layer": "path-vis", "results": []any{object{
		"agent": w.describe(0), "roundId": w.begin * 60, "serverIp": address,
		"pathTraces": []any{object{"pathId": "1", "hops": []any{hop}}},
	}}}
}

func postAll(t *testing.T, key string, tests []any) {
	t.Helper()
	body, _ := json.Marshal(tests)
	equal(t, "status of results", callAs(t, key, "POST", "/v7/test-results", body).StatusCode, 200)
}
