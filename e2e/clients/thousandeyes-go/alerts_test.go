package tocsin

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/thousandeyes/thousandeyes-sdk-go/v3/alerts"
)

const moreThanThreePages = 7

// The alerts of a rule on all pages.
func alertsOf(t *testing.T, rule string, request alerts.ApiGetAlertsRequest) []alerts.Alert {
	t.Helper()
	var found []alerts.Alert
	for alert, err := range request.All(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		if alert.GetAlertRuleId() == rule {
			found = append(found, alert)
		}
	}
	return found
}

func TestAnAlertIsListedReadAndClears(t *testing.T) {
	test := newMark()
	rule := newRule(t, ruleOf(newMark(), test)).GetRuleId()
	postResult(t, test, 60, 3)
	alert := eventually(t, func() []alerts.Alert { return alertsOf(t, rule, te.alerts.GetAlerts()) })[0]

	equal(t, "type", alert.GetAlertType(), alerts.ALERTTYPE_END_TO_END_SERVER)
	equal(t, "state", alert.GetAlertState(), alerts.STATE_TRIGGER)
	equal(t, "severity", alert.GetAlertSeverity(), alerts.SEVERITY_MAJOR)
	equal(t, "legacy state", alert.GetState(), "ACTIVE")
	equal(t, "legacy severity", alert.GetSeverity(), "MAJOR")
	equal(t, "violations", alert.GetViolationCount(), 1)
	equal(t, "version", alert.Meta.GetVersion(), 1)
	equal(t, "end", alert.EndDate == nil, true)

	detail := must(te.alerts.GetAlert(alert.GetId()).Execute())(t)
	equal(t, "state", detail.GetState(), alerts.STATE_TRIGGER)
	equal(t, "severity", detail.GetSeverity(), alerts.SEVERITY_MAJOR)
	equal(t, "sources", len(detail.Details), 1)
	equal(t, "source", detail.Details[0].GetName(), "Oslo")
	equal(t, "metrics", detail.Details[0].Start.GetMetrics(), "Loss: 60%")

	postResult(t, test, 0, 1)
	cleared := eventually(t, func() []alerts.Alert {
		return alertsOf(t, rule, te.alerts.GetAlerts().Window("1h").State(alerts.STATE_CLEAR))
	})[0]
	equal(t, "id", cleared.GetId(), alert.GetId())
	equal(t, "length", cleared.GetEndDate().Sub(cleared.GetStartDate()), 2*time.Minute)
	equal(t, "duration", cleared.GetDuration(), 120)
}

func TestAWalkFindsEachAlertOnce(t *testing.T) {
	mark := newMark()
	var tests []string
	for number := range moreThanThreePages {
		tests = append(tests, mark+"-"+string(rune('a'+number)))
	}
	rule := newRule(t, ruleOf(mark, tests...)).GetRuleId()
	for number, test := range tests {
		postResult(t, test, 60, int64(number)+2)
	}
	eventually(t, func() []alerts.Alert {
		found := alertsOf(t, rule, te.alerts.GetAlerts())
		return found[min(len(found), len(tests)-1):]
	})

	walked := alertsOf(t, rule, te.alerts.GetAlerts().Window("1h").Max(2))

	ids := map[string]bool{}
	for _, alert := range walked {
		ids[alert.GetId()] = true
	}
	equal(t, "alerts", len(walked), len(tests))
	equal(t, "different alerts", len(ids), len(tests))
	equal(t, "newest first", slices.IsSortedFunc(walked, func(a, b alerts.Alert) int {
		return b.GetStartDate().Compare(a.GetStartDate())
	}), true)
}

func TestNothingFoundIsAnEmptyPage(t *testing.T) {
	longAgo := time.Date(2020, 1, 1, 0, 0, 0, 123456789, time.UTC)

	page := must(te.alerts.GetAlerts().StartDate(longAgo).EndDate(longAgo.Add(time.Hour)).Execute())(t)

	equal(t, "alerts", len(page.Alerts), 0)
	equal(t, "a list", page.Alerts != nil, true)
	equal(t, "next", page.Links.Next == nil, true)
}

func TestAMistakeInARangeIsTold(t *testing.T) {
	now := time.Now()
	for name, request := range map[string]alerts.ApiGetAlertsRequest{
		"window and dates":  te.alerts.GetAlerts().Window("1h").StartDate(now),
		"end without start": te.alerts.GetAlerts().EndDate(now),
		"end before start":  te.alerts.GetAlerts().StartDate(now).EndDate(now.Add(-time.Hour)),
		"cursor":            te.alerts.GetAlerts().Cursor("nonsense"),
	} {
		t.Run(name, func(t *testing.T) {
			_, answer, err := request.Execute()
			refused(t, answer, err, 400, "")
		})
	}
}

func TestAnUnknownAlertIsNotFound(t *testing.T) {
	_, answer, err := te.alerts.GetAlert("00000000-0000-4000-8000-000000000000").Execute()
	refused(t, answer, err, 404, "Not Found")
}
