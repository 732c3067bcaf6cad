package tocsin

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

const (
	moreThanAnyLimit = 13_000
	workers          = 4
)

type refusal struct {
	header http.Header
	body   []byte
}

// Keeps the first refusal that passes.
type witness struct {
	refusal atomic.Pointer[refusal]
}

func (w *witness) RoundTrip(request *http.Request) (*http.Response, error) {
	answer, err := http.DefaultTransport.RoundTrip(request)
	if err == nil && answer.StatusCode == http.StatusTooManyRequests {
		body, _ := io.ReadAll(answer.Body)
		answer.Body = io.NopCloser(bytes.NewReader(body))
		w.refusal.CompareAndSwap(nil, &refusal{answer.Header, body})
	}
	return answer, err
}

// Calls until the witness has seen a refusal, and returns it and when it says that calls are let in again.
func useUp(t *testing.T, seen *witness, call func()) (*refusal, int64) {
	t.Helper()
	var calls atomic.Int32
	var all sync.WaitGroup
	for range workers {
		all.Add(1)
		go func() {
			defer all.Done()
			for seen.refusal.Load() == nil && calls.Add(1) < moreThanAnyLimit {
				call()
			}
		}()
	}
	all.Wait()
	refusal := seen.refusal.Load()
	if refusal == nil {
		t.Fatal("no limit was met")
	}
	equal(t, "remaining", refusal.header.Get("X-Organization-Rate-Limit-Remaining"), "0")
	reset, err := strconv.ParseInt(refusal.header.Get("X-Organization-Rate-Limit-Reset"), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return refusal, reset
}

func TestTheSDKWaitsUntilTheResetAndGoesOn(t *testing.T) {
	seen := &witness{}
	patient := v7(key, &http.Client{Transport: seen})

	refusal, reset := useUp(t, seen, func() {
		if _, _, err := patient.alerts.GetAlerts().Max(1).Execute(); err != nil {
			t.Error(err)
		}
	})

	equal(t, "content type", refusal.header.Get("Content-Type"), "application/problem+json")
	equal(t, "it waited", time.Now().Unix() >= reset, true)
}

func TestV6TheClientWaitsUntilTheResetAndGoesOn(t *testing.T) {
	seen := &witness{}
	impatient := &http.Client{Transport: seen}

	refusal, reset := useUp(t, seen, func() {
		request, _ := http.NewRequest("GET", url+"/v6/alerts.json?window=1s", nil)
		request.Header.Set("Authorization", "Bearer "+key)
		if answer, err := impatient.Do(request); err == nil {
			io.Copy(io.Discard, answer.Body)
			answer.Body.Close()
		}
	})
	_, err := te6.GetAlertRules()

	var told struct{ ErrorMessage string }
	if json.Unmarshal(refusal.body, &told) != nil || told.ErrorMessage == "" {
		t.Errorf("the refusal says %q", refusal.body)
	}
	equal(t, "error", err, nil)
	equal(t, "it waited", time.Now().Unix() >= reset, true)
}
