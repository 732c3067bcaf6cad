package tocsin

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	v6 "github.com/thousandeyes/thousandeyes-sdk-go/v2"
)

var te6 = old(key)

func oldRule(name string, tests ...int) v6.AlertRule {
	email := &v6.NotificationEmail{Recipient: &[]string{"ann@example.com"}, Message: pointer("Look.")}
	return v6.AlertRule{
		RuleName: &name, AlertType: pointer("End-to-End (Server)"), Expression: pointer(loses), Severity: pointer("MAJOR"),
		MinimumSources: pointer(1), RoundsViolatingMode: pointer("ANY"), RoundsViolatingOutOf: pointer(1),
		RoundsViolatingRequired: pointer(1), NotifyOnClear: pointer(true), TestIds: &tests,
		Notifications: &v6.Notification{Email: email},
	}
}

// A rule which is gone after the test.
func newOldRule(t *testing.T, rule v6.AlertRule) *v6.AlertRule {
	t.Helper()
	made, err := te6.CreateAlertRule(rule)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { te6.DeleteAlertRule(*made.RuleID) })
	return made
}

// The call was refused, and the client found the error's text.
func refusedInV6(t *testing.T, err error, status int) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), fmt.Sprintf("HTTP response code: %d. Error: ", status)) {
		t.Errorf("%v does not say %d", err, status)
	}
}

func TestV6ARuleIsMadeReadListedReplacedAndDeleted(t *testing.T) {
	wanted := oldRule(newMark(), 822)
	made := newOldRule(t, wanted)

	got, err := te6.GetAlertRule(*made.RuleID)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "name", *got.RuleName, *wanted.RuleName)
	equal(t, "expression", *got.Expression, loses)
	equal(t, "type", *got.AlertType, "End-to-End (Server)")
	equal(t, "mode", *got.RoundsViolatingMode, "ANY")
	equal(t, "severity", *got.Severity, "MAJOR")
	equal(t, "notify on clear", *got.NotifyOnClear, true)
	equal(t, "default", *got.Default, false)
	equal(t, "recipient", (*got.Notifications.Email.Recipient)[0], "ann@example.com")

	listed, err := te6.GetAlertRules()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(*listed, func(rule v6.AlertRule) bool { return *rule.RuleID == *made.RuleID }) {
		t.Error("it is not in the list")
	}

	change := v6.AlertRule{NotifyOnClear: pointer(false), Severity: pointer("MINOR")}
	if _, err := te6.UpdateAlertRule(*made.RuleID, change); err != nil {
		t.Fatal(err)
	}
	got, _ = te6.GetAlertRule(*made.RuleID)
	equal(t, "severity", *got.Severity, "MINOR")
	equal(t, "notify on clear", *got.NotifyOnClear, false)
	equal(t, "name", *got.RuleName, *wanted.RuleName)

	if err := te6.DeleteAlertRule(*made.RuleID); err != nil {
		t.Fatal(err)
	}
	_, err = te6.GetAlertRule(*made.RuleID)
	refusedInV6(t, err, 404)
	refusedInV6(t, te6.DeleteAlertRule(*made.RuleID), 404)
}

func TestV6WhatV6MakesV7Reads(t *testing.T) {
	made := newOldRule(t, oldRule(newMark(), 822))

	got := must(te.rules.GetAlertRule(strconv.FormatInt(*made.RuleID, 10)).Execute())(t)

	equal(t, "name", got.RuleName, *made.RuleName)
	equal(t, "test", got.TestIds[0], "822")
}

// The client has the shape of an alert, and no call for it.
func TestV6AnAlertIsListedAndReadByItsNumber(t *testing.T) {
	test := newTest()
	number, _ := strconv.Atoi(test)
	made := newOldRule(t, oldRule(newMark(), number))
	postResult(t, test, 60, 3)

	alert := eventually(t, func() []v6.Alert {
		return slices.DeleteFunc(oldAlerts(t, "/v6/alerts.json"), func(alert v6.Alert) bool {
			return *alert.RuleName != *made.RuleName
		})
	})[0]

	equal(t, "test", *alert.TestID, int64(number))
	equal(t, "test", *alert.TestName, "Shop")
	equal(t, "active", *alert.Active, 1)
	equal(t, "type", *alert.Type, "End-to-End (Server)")
	equal(t, "expression", *alert.RuleExpression, loses)
	equal(t, "violations", *alert.ViolationCount, 1)
	equal(t, "agent", *(*alert.Agents)[0].AgentName, "Oslo")
	equal(t, "no monitors", alert.Monitors == nil, true)
	equal(t, "no end", alert.DateEnd == nil, true)
	equal(t, "alerts of this number", len(oldAlerts(t, fmt.Sprintf("/v6/alerts/%d.json", *alert.AlertID))), 1)
}

func TestV6NothingFoundIsAnEmptyList(t *testing.T) {
	found := oldAlerts(t, "/v6/alerts.json?from=2020-01-01T00:00:00&to=2020-01-02T00:00:00")

	equal(t, "alerts", len(found), 0)
	equal(t, "a list", found != nil, true)
}

func oldAlerts(t *testing.T, path string) []v6.Alert {
	t.Helper()
	answer := call(t, "GET", path, nil)
	equal(t, "status", answer.StatusCode, 200)
	var page struct{ Alert v6.Alerts }
	if err := json.NewDecoder(answer.Body).Decode(&page); err != nil {
		t.Fatal(err)
	}
	return page.Alert
}

func TestV6MistakesAreTold(t *testing.T) {
	rule := oldRule(newMark())
	rule.Expression = pointer("((loss >= ))")
	_, err := te6.CreateAlertRule(rule)
	refusedInV6(t, err, 400)
	_, err = te6.UpdateAlertRule(999_999_999, oldRule(newMark()))
	refusedInV6(t, err, 404)
	_, err = old(strings.Repeat("0", 32)).GetAlertRules()
	refusedInV6(t, err, 401)
	foreign := old(key)
	foreign.AccountGroupID = "4711"
	_, err = foreign.GetAlertRules()
	refusedInV6(t, err, 403)
}
