package tocsin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/DataDog/datadog-api-client-go/v2/api/datadog"
)

var now = time.Now().Truncate(time.Second)

// A client that is pointed at Tocsin.
func client() *datadog.APIClient {
	base, err := url.Parse(os.Getenv("TOCSIN_URL"))
	if err != nil || base.Host == "" {
		panic("TOCSIN_URL is not set: source .tocsin/tocsin.env")
	}
	configuration := datadog.NewConfiguration()
	configuration.Host = base.Host
	configuration.Scheme = base.Scheme
	return datadog.NewAPIClient(configuration)
}

func keyed(key string) context.Context {
	keys := map[string]datadog.APIKey{"apiKeyAuth": {Key: key}, "appKeyAuth": {Key: key}}
	return context.WithValue(context.Background(), datadog.ContextAPIKeys, keys)
}

func friend() context.Context {
	return keyed(os.Getenv("TOCSIN_KEY"))
}

// Somebody whose key nobody knows.
func stranger() context.Context {
	return keyed(strings.Repeat("0", 32))
}

var marks = 0

// A tag that no other test uses.
func newMark() string {
	marks++
	return fmt.Sprintf("run:%d-%d", time.Now().UnixNano(), marks)
}

func must[T any](value T, answer *http.Response, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatalf("%v: %s", err, bodyOf(err))
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

func bodyOf(err error) string {
	var refused datadog.GenericOpenAPIError
	if errors.As(err, &refused) {
		return string(refused.Body())
	}
	return ""
}

// The call was answered by this status, and its body says so.
func refused(t *testing.T, answer *http.Response, err error, status int, says string) {
	t.Helper()
	if err == nil {
		t.Fatal("the call was not refused")
	}
	if answer == nil {
		t.Fatal(err)
	}
	equal(t, "status", answer.StatusCode, status)
	if !strings.Contains(bodyOf(err), says) {
		t.Errorf("%q does not say %q", bodyOf(err), says)
	}
}
