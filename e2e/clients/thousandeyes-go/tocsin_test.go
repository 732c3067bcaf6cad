package tocsin

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	v6 "github.com/thousandeyes/thousandeyes-sdk-go/v2"
	"github.com/thousandeyes/thousandeyes-sdk-go/v3/administrative"
	"github.com/thousandeyes/thousandeyes-sdk-go/v3/alerts"
	"github.com/thousandeyes/thousandeyes-sdk-go/v3/client"
)

const patience = 30 * time.Second

var (
	url = os.Getenv("TOCSIN_URL")
	key = os.Getenv("TOCSIN_KEY")

	// For all tests, so that no minute ends between two results of one.
	thisMinute = time.Now().Unix() / 60
)

// The services of the SDK, with one credential.
type services struct {
	alerts  *alerts.AlertsAPIService
	rules   *alerts.AlertRulesAPIService
	windows *alerts.AlertSuppressionWindowsAPIService
	audit   *administrative.UserEventsAPIService
	groups  *administrative.AccountGroupsAPIService
}

func v7(credential string, over *http.Client) services {
	configuration := client.NewConfiguration().WithAuthToken(credential).WithServerUrl(url + "/v7")
	configuration.HTTPClient = over
	api := client.NewAPIClient(configuration)
	return services{
		alerts:  (*alerts.AlertsAPIService)(&api.Common),
		rules:   (*alerts.AlertRulesAPIService)(&api.Common),
		windows: (*alerts.AlertSuppressionWindowsAPIService)(&api.Common),
		audit:   (*administrative.UserEventsAPIService)(&api.Common),
		groups:  (*administrative.AccountGroupsAPIService)(&api.Common),
	}
}

var (
	te       = v7(key, nil)
	stranger = v7(strings.Repeat("0", 32), nil)
)

// The client of v6. Its own limiter would wait between calls.
func old(credential string) *v6.Client {
	return v6.NewClient(&v6.ClientOptions{APIEndpoint: url + "/v6", AuthToken: credential})
}

// A name that no other test uses.
func newMark() string {
	return fmt.Sprintf("run-%d-%d", time.Now().UnixNano(), rand.Int31())
}

// The id of a test as v6 needs it, a number.
func newTest() string {
	return fmt.Sprint(1_000_000_000 + rand.Int63n(1_000_000_000))
}

// One round of an agent-to-server test from one agent: what the SDKs have no operation for.
func postResult(t *testing.T, test string, loss int, minutesAgo int64) {
	t.Helper()
	body, _ := json.Marshal(map[string]any{
		"test": map[string]any{"testId": test, "testName": "Shop", "type": "agent-to-server", "server": "shop.example:443"},
		"results": []any{map[string]any{
			"agent":   map[string]any{"agentId": "58", "agentName": "Oslo"},
			"roundId": (thisMinute - minutesAgo) * 60, "loss": loss, "avgLatency": 20, "jitter": 1,
		}},
	})
	equal(t, "status of results", call(t, "POST", "/v7/test-results", body).StatusCode, 200)
}

func call(t *testing.T, method, path string, body []byte) *http.Response {
	t.Helper()
	return callAs(t, key, method, path, body)
}

func callAs(t *testing.T, credential, method, path string, body []byte) *http.Response {
	t.Helper()
	request, _ := http.NewRequest(method, url+path, bytes.NewReader(body))
	request.Header.Set("Authorization", "Bearer "+credential)
	request.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { answer.Body.Close() })
	return answer
}

// What look finds, as soon as it finds something.
func eventually[T any](t *testing.T, look func() []T) []T {
	t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		if found := look(); len(found) > 0 {
			return found
		}
	}
	t.Fatal("nothing was found in time")
	return nil
}

func must[T any](value *T, answer *http.Response, err error) func(*testing.T) *T {
	return func(t *testing.T) *T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

func equal[T comparable](t *testing.T, what string, got, wanted T) {
	t.Helper()
	if got != wanted {
		t.Errorf("%s is %v, not %v", what, got, wanted)
	}
}

// The call was answered by this status, and its error says so: Terraform's provider looks into the text.
func refused(t *testing.T, answer *http.Response, err error, status int, says string) {
	t.Helper()
	if err == nil || answer == nil {
		t.Fatalf("the call was not refused: %v", err)
	}
	equal(t, "status", answer.StatusCode, status)
	if !strings.Contains(err.Error(), fmt.Sprint(status)) || !strings.Contains(err.Error(), says) {
		t.Errorf("%q does not say %d and %q", err.Error(), status, says)
	}
}

func pointer[T any](value T) *T {
	return &value
}
