package tocsin

import (
	"context"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/thousandeyes/thousandeyes-sdk-go/v3/administrative"
)

const changes = 8

func about(t *testing.T, name string) []administrative.UserEvent {
	t.Helper()
	var found []administrative.UserEvent
	for event, err := range te.audit.GetUserEvents().Window("10m").All(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		if len(event.Resources) > 0 && event.Resources[0].GetName() == name {
			found = append(found, event)
		}
	}
	return found
}

func TestTheAuditLogTellsWhoDidWhat(t *testing.T) {
	wanted := ruleOf(newMark())
	id := newRule(t, wanted).GetRuleId()
	for range changes {
		must(te.rules.UpdateAlertRule(id).RuleDetailUpdate(wanted).Execute())(t)
	}

	events := eventually(t, func() []administrative.UserEvent {
		if found := about(t, wanted.RuleName); len(found) == changes+1 {
			return found
		}
		return nil
	})

	made := events[changes]
	equal(t, "newest", events[0].GetEvent(), "Alert rule updated.")
	equal(t, "oldest", made.GetEvent(), "Alert rule created.")
	equal(t, "kind of resource", made.Resources[0].GetType(), "alertRuleName")
	equal(t, "recent", time.Since(made.GetDate()) < 5*time.Minute, true)
	equal(t, "user", strings.Contains(made.GetUser(), "@"), true)
}

func TestAuditEventsOfNoTimeAreAnEmptyPage(t *testing.T) {
	longAgo := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

	page := must(te.audit.GetUserEvents().StartDate(longAgo).EndDate(longAgo.Add(time.Hour)).Execute())(t)

	equal(t, "events", len(page.AuditEvents), 0)
	equal(t, "start", page.GetStartDate(), longAgo)
}

func TestAccountGroupsAreThoseOfTheCredential(t *testing.T) {
	groups := must(te.groups.GetAccountGroups().Execute())(t).AccountGroups

	equal(t, "groups", len(groups), 1)
	equal(t, "current", groups[0].GetIsCurrentAccountGroup(), true)
	must(te.alerts.GetAlerts().Aid(groups[0].GetAid()).Execute())(t)
}

func TestAnUnknownKeyIsRefused(t *testing.T) {
	for name, request := range map[string]func() (*http.Response, error){
		"alerts": func() (*http.Response, error) {
			_, answer, err := stranger.alerts.GetAlerts().Execute()
			return answer, err
		},
		"rules": func() (*http.Response, error) {
			_, answer, err := stranger.rules.GetAlertsRules().Execute()
			return answer, err
		},
		"windows": func() (*http.Response, error) {
			_, answer, err := stranger.windows.GetAlertSuppressionWindows().Execute()
			return answer, err
		},
		"audit": func() (*http.Response, error) {
			_, answer, err := stranger.audit.GetUserEvents().Execute()
			return answer, err
		},
		"groups": func() (*http.Response, error) {
			_, answer, err := stranger.groups.GetAccountGroups().Execute()
			return answer, err
		},
	} {
		t.Run(name, func(t *testing.T) {
			answer, err := request()
			refused(t, answer, err, 401, "Unauthorized")
		})
	}
}

func TestAForeignAccountGroupIsForbidden(t *testing.T) {
	_, answer, err := te.alerts.GetAlerts().Aid("4711").Execute()
	refused(t, answer, err, 403, "Forbidden")
	_, answer, err = te.audit.GetUserEvents().Aid("4711").Execute()
	refused(t, answer, err, 403, "Forbidden")
}

func TestWhatAKeyMayNotDoIsForbidden(t *testing.T) {
	if os.Getenv("TOCSIN_READER_KEY") == "" {
		t.Skip("TOCSIN_READER_KEY is not set")
	}
	reader := v7(os.Getenv("TOCSIN_READER_KEY"), nil)
	must(reader.alerts.GetAlerts().Execute())(t)

	_, answer, err := reader.rules.CreateAlertRule().RuleDetailUpdate(ruleOf(newMark())).Execute()
	refused(t, answer, err, 403, "Forbidden")
	_, answer, err = reader.windows.GetAlertSuppressionWindows().Execute()
	refused(t, answer, err, 403, "Forbidden")
}
