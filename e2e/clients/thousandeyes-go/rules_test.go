package tocsin

import (
	"slices"
	"testing"

	"github.com/thousandeyes/thousandeyes-sdk-go/v3/alerts"
)

const loses = "((loss >= 50%)  || (avgLatency >= 100 ms))"

func ruleOf(name string, tests ...string) alerts.RuleDetailUpdate {
	rule := alerts.NewRuleDetailUpdate(name, loses, alerts.ALERTTYPE_END_TO_END_SERVER, 1)
	rule.SetRoundsViolatingRequired(1)
	rule.SetMinimumSources(1)
	rule.SetSeverity(alerts.SEVERITY_MAJOR)
	rule.SetTestIds(tests)
	return *rule
}

// A rule which is gone after the test.
func newRule(t *testing.T, rule alerts.RuleDetailUpdate) *alerts.Rule {
	t.Helper()
	made := must(te.rules.CreateAlertRule().RuleDetailUpdate(rule).Execute())(t)
	t.Cleanup(func() { te.rules.DeleteAlertRule(made.GetRuleId()).Execute() })
	return made
}

func TestARuleIsReadAsItWasMade(t *testing.T) {
	wanted := ruleOf(newMark(), "822")
	wanted.SetNotifyOnClear(true)
	wanted.SetRoundsViolatingMode(alerts.ALERTROUNDSVIOLATIONMODE_EXACT)
	wanted.SetDescription("Is the shop reached?")
	email := &alerts.NotificationEmail{Recipients: []string{"ann@example.com"}, Message: pointer("Look.")}
	wanted.SetNotifications(alerts.AlertNotification{Email: email})

	made := newRule(t, wanted)
	got := must(te.rules.GetAlertRule(made.GetRuleId()).Execute())(t)

	equal(t, "name", got.RuleName, wanted.RuleName)
	equal(t, "expression", got.Expression, loses)
	equal(t, "type", got.AlertType, wanted.AlertType)
	equal(t, "mode", got.GetRoundsViolatingMode(), alerts.ALERTROUNDSVIOLATIONMODE_EXACT)
	equal(t, "required", got.GetRoundsViolatingRequired(), 1)
	equal(t, "severity", got.GetSeverity(), alerts.SEVERITY_MAJOR)
	equal(t, "description", got.GetDescription(), "Is the shop reached?")
	equal(t, "message", got.Notifications.Email.GetMessage(), "Look.")
	equal(t, "group", got.GetAlertGroupType(), alerts.ALERTGROUPTYPE_CLOUD_ENTERPRISE)
	equal(t, "recipients", len(got.Notifications.Email.Recipients), 1)
	equal(t, "notify on clear", got.GetNotifyOnClear(), true)
	equal(t, "link", got.Links.Self.Href, made.Links.Self.Href)
	if !slices.Equal(got.TestIds, []string{"822"}) || got.Tests[0].GetTestId() != "822" {
		t.Errorf("tests are %v and %v", got.TestIds, got.Tests)
	}
}

func TestWhatWasNotSentDoesNotComeBack(t *testing.T) {
	rule := alerts.NewRuleDetailUpdate(newMark(), loses, alerts.ALERTTYPE_END_TO_END_SERVER, 1)
	rule.SetMinimumSourcesPct(5)

	got := must(te.rules.GetAlertRule(newRule(t, *rule).GetRuleId()).Execute())(t)

	if got.MinimumSources != nil || got.Direction != nil || got.IsDefault != nil || got.Description != nil ||
		got.Notifications != nil {
		t.Errorf("more came back than was sent: %+v", got)
	}
}

func TestARuleIsListed(t *testing.T) {
	made := newRule(t, ruleOf(newMark()))

	listed := must(te.rules.GetAlertsRules().Execute())(t)

	if !slices.ContainsFunc(listed.AlertRules, func(rule alerts.BaseRule) bool {
		return rule.GetRuleId() == made.GetRuleId() && rule.RuleName == made.RuleName
	}) {
		t.Error("it is not in the list")
	}
	if !slices.ContainsFunc(listed.AlertRules, func(rule alerts.BaseRule) bool {
		return rule.RuleName == "Default Voice Alert Rule 2.0"
	}) {
		t.Error("there is no default rule")
	}
}

func TestARuleIsReplacedAndItsDeletionIsNoticed(t *testing.T) {
	made := newRule(t, ruleOf(newMark(), "822"))
	replacement := ruleOf(newMark(), "822", "823")

	updated := must(te.rules.UpdateAlertRule(made.GetRuleId()).RuleDetailUpdate(replacement).Execute())(t)
	equal(t, "name", updated.RuleName, replacement.RuleName)
	equal(t, "tests", len(updated.TestIds), 2)

	answer, err := te.rules.DeleteAlertRule(made.GetRuleId()).Execute()
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "status", answer.StatusCode, 204)
	_, answer, err = te.rules.GetAlertRule(made.GetRuleId()).Execute()
	refused(t, answer, err, 404, "Not Found")
	_, answer, err = te.rules.UpdateAlertRule(made.GetRuleId()).RuleDetailUpdate(replacement).Execute()
	refused(t, answer, err, 404, "Not Found")
	answer, err = te.rules.DeleteAlertRule(made.GetRuleId()).Execute()
	refused(t, answer, err, 404, "Not Found")
}

func TestAMistakeInARuleIsTold(t *testing.T) {
	for name, spoil := range map[string]func(*alerts.RuleDetailUpdate){
		"name":       func(rule *alerts.RuleDetailUpdate) { rule.RuleName = "" },
		"expression": func(rule *alerts.RuleDetailUpdate) { rule.Expression = "((loss >= ))" },
		"rounds":     func(rule *alerts.RuleDetailUpdate) { rule.SetRoundsViolatingRequired(2) },
	} {
		t.Run(name, func(t *testing.T) {
			rule := ruleOf(newMark())
			spoil(&rule)
			_, answer, err := te.rules.CreateAlertRule().RuleDetailUpdate(rule).Execute()
			refused(t, answer, err, 400, "validation")
		})
	}
}
