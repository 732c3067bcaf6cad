package tocsin

import (
	"context"
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/thousandeyes/thousandeyes-sdk-go/v3/client"
	"github.com/thousandeyes/thousandeyes-sdk-go/v3/eventdetection"
)

const detectionPatience = 2 * time.Minute

func eventsOf(credential string) *eventdetection.EventsAPIService {
	api := client.NewAPIClient(client.NewConfiguration().WithAuthToken(credential).WithServerUrl(url + "/v7"))
	return (*eventdetection.EventsAPIService)(&api.Common)
}

// What happened in an organization of its own, and what was found there, the first event first.
func detected(t *testing.T) (world, *eventdetection.EventsAPIService, []eventdetection.Event) {
	t.Helper()
	key := os.Getenv("TOCSIN_DETECTION_KEY_GO")
	if key == "" {
		t.Skip("TOCSIN_DETECTION_KEY_GO is not set: ./tocsin key create --organization detection-go ...")
	}
	w := newWorld()
	w.post(t, key)
	events := eventsOf(key)
	for deadline := time.Now().Add(detectionPatience); time.Now().Before(deadline); time.Sleep(500 * time.Millisecond) {
		found := must(events.GetEvents().Window("1d").Execute())(t).Events
		if len(found) >= len(w.faults()) {
			slices.Reverse(found)
			return w, events, found
		}
	}
	t.Fatal("the faults were not found in time")
	return w, nil, nil
}

func TestEventsAreListedAndRead(t *testing.T) {
	w, events, found := detected(t)

	equal(t, "events", len(found), len(w.faults()))
	for number, fault := range w.faults() {
		t.Run(fault.kind, func(t *testing.T) { isOf(t, events, found[number], w, number) })
	}
	t.Run("the one which goes on", func(t *testing.T) { goesOn(t, events, w) })
	t.Run("a walk", func(t *testing.T) { isWalked(t, events) })
	t.Run("evidence", func(t *testing.T) { isExplained(t, found[2].GetId()) })
}

func isOf(t *testing.T, events *eventdetection.EventsAPIService, event eventdetection.Event, w world, number int) {
	fault := w.faults()[number]
	equal(t, "type", string(event.GetType()), fault.kind)
	equal(t, "start", event.GetStartDate().Unix(), w.start(number)*60)
	detail := must(events.GetEvent(event.GetId()).Execute())(t)
	equal(t, "the class of "+fault.kind, detail.GetActualInstance() != nil, true)
	text, _ := json.Marshal(detail)
	var read struct {
		Type          string
		Grouping      object
		Cause         []string
		AffectedTests struct {
			Total, InAccountGroup int
			Tests                 []object
		}
	}
	if err := json.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	wanted, _ := json.Marshal(fault.grouping)
	got, _ := json.Marshal(read.Grouping)
	equal(t, "grouping", string(got), string(wanted))
	equal(t, "type of the detail", read.Type, fault.kind)
	equal(t, "causes", len(read.Cause) > 0, true)
	equal(t, "tests", read.AffectedTests.Total, len(read.AffectedTests.Tests))
	if number < 7 {
		equal(t, "state", event.GetState(), eventdetection.EVENTSTATE_RESOLVED)
		equal(t, "end", event.GetEndDate().Unix(), w.end(number)*60)
	}
}

func goesOn(t *testing.T, events *eventdetection.EventsAPIService, w world) {
	found := must(events.GetEvents().Window("1d").Ongoing(true).Execute())(t).Events
	equal(t, "events", len(found), 1)
	detail := must(events.GetEvent(found[0].GetId()).Execute())(t).TargetEventDetail
	equal(t, "state", detail.GetState(), eventdetection.EVENTSTATE_ACTIVE)
	equal(t, "end", detail.EndDate.Get() == nil, true)
	equal(t, "target", detail.Grouping.GetTarget(), w.host(1))
	equal(t, "agents", len(detail.AffectedAgents.Agents), agents)
	equal(t, "agent", detail.AffectedAgents.Agents[0].GetLocation(), "Town 0")
	equal(t, "server", detail.AffectedTargets.Targets[0].GetServerId(), w.mark+"-server1")
}

func isWalked(t *testing.T, events *eventdetection.EventsAPIService) {
	seen := map[string]bool{}
	for event, err := range events.GetEvents().Window("1d").Max(3).All(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		seen[event.GetId()] = true
	}
	equal(t, "different events", len(seen), 8)
}

func isExplained(t *testing.T, id string) {
	answer := callAs(t, os.Getenv("TOCSIN_DETECTION_KEY_GO"), "GET", "/v7/events/"+id+"/evidence", nil)
	var evidence struct {
		Statistic struct{ LogOdds, Threshold float64 }
		Phases    map[string]int
		Series    []object
	}
	if err := json.NewDecoder(answer.Body).Decode(&evidence); err != nil {
		t.Fatal(err)
	}
	equal(t, "enough", evidence.Statistic.LogOdds > evidence.Statistic.Threshold, true)
	equal(t, "phases", reflect.DeepEqual(evidence.Phases, map[string]int{"server": agents}), true)
	equal(t, "a series", len(evidence.Series) > faultMinutes/step, true)
}

func TestNoEventIsAnEmptyPage(t *testing.T) {
	longAgo := time.Date(2020, 1, 1, 0, 0, 0, 123456789, time.UTC)

	page := must(eventsOf(key).GetEvents().StartDate(longAgo).EndDate(longAgo.Add(time.Hour)).Execute())(t)

	equal(t, "events", len(page.Events), 0)
	equal(t, "a list", page.Events != nil, true)
	equal(t, "next", page.Links.Next == nil, true)
}

func TestAMistakeInARangeOfEventsIsTold(t *testing.T) {
	_, answer, err := eventsOf(key).GetEvents().Execute()
	refused(t, answer, err, 400, "")
	_, answer, err = eventsOf(key).GetEvents().Window("1h").Cursor("nonsense").Execute()
	refused(t, answer, err, 400, "")
}

func TestAnUnknownEventIsNotFound(t *testing.T) {
	_, answer, err := eventsOf(key).GetEvent("00000000-0000-4000-8000-000000000000").Execute()
	refused(t, answer, err, 404, "Not Found")
}
