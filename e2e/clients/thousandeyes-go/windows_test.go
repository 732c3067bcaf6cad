package tocsin

import (
	"slices"
	"testing"
	"time"

	"github.com/thousandeyes/thousandeyes-sdk-go/v3/alerts"
)

var tomorrow = time.Now().UTC().Truncate(time.Second).Add(24 * time.Hour)

func windowOf(name string) alerts.AlertSuppressionWindowRequest {
	window := alerts.AlertSuppressionWindowRequest{}
	window.SetName(name)
	window.SetIsEnabled(true)
	window.SetStartDate(tomorrow)
	window.SetDuration(3600)
	return window
}

// A window which is gone after the test.
func newWindow(t *testing.T, window alerts.AlertSuppressionWindowRequest) *alerts.AlertSuppressionWindowDetail {
	t.Helper()
	made := must(te.windows.CreateAlertSuppressionWindow().AlertSuppressionWindowRequest(window).Execute())(t)
	t.Cleanup(func() { te.windows.DeleteAlertSuppressionWindow(made.GetAlertSuppressionWindowId()).Execute() })
	return made
}

func TestAWindowIsReadAsItWasMadeAndListed(t *testing.T) {
	wanted := windowOf(newMark())
	wanted.SetRepeat(alerts.Repeat{
		Type: pointer(alerts.REPEATTYPE_CUSTOM), IntervalType: pointer(alerts.INTERVALTYPE_WEEK), IntervalLength: pointer(int32(2)),
		DaysOfWeek: []alerts.DaysOfWeek{alerts.DAYSOFWEEK_MON, alerts.DAYSOFWEEK_FRI},
	})
	wanted.SetEndRepeat(alerts.EndRepeat{Type: pointer(alerts.ENDREPEATTYPE_COUNT), Count: pointer(int32(10))})
	wanted.SetTestIds([]string{"822"})
	id := newWindow(t, wanted).GetAlertSuppressionWindowId()

	got := must(te.windows.GetAlertSuppressionWindow(id).Execute())(t)
	listed := must(te.windows.GetAlertSuppressionWindows().Execute())(t)

	equal(t, "name", got.GetName(), wanted.GetName())
	equal(t, "start", got.GetStartDate(), tomorrow)
	equal(t, "duration", got.GetDuration(), 3600)
	equal(t, "status", got.GetStatus(), alerts.ALERTSUPPRESSIONWINDOWSTATE_INACTIVE)
	equal(t, "interval", got.Repeat.GetIntervalLength(), 2)
	equal(t, "days", len(got.Repeat.DaysOfWeek), 2)
	equal(t, "count", got.EndRepeat.GetCount(), 10)
	if !slices.ContainsFunc(listed.AlertSuppressionWindows, func(window alerts.AlertSuppressionWindow) bool {
		return window.GetAlertSuppressionWindowId() == id
	}) {
		t.Error("it is not in the list")
	}
}

func TestTestsOfAWindowAreShownWhenAskedFor(t *testing.T) {
	test := newMark()
	postResult(t, test, 0, 0)
	window := windowOf(newMark())
	window.SetTestIds([]string{test})
	id := newWindow(t, window).GetAlertSuppressionWindowId()

	plain := must(te.windows.GetAlertSuppressionWindow(id).Execute())(t)
	withTests := []alerts.ExpandAlertTestOptions{alerts.EXPANDALERTTESTOPTIONS_TEST}
	expanded := must(te.windows.GetAlertSuppressionWindow(id).Expand(withTests).Execute())(t)

	equal(t, "tests", len(plain.Tests), 0)
	equal(t, "tests", len(expanded.Tests), 1)
	equal(t, "test", expanded.Tests[0].GetTestId(), test)
}

func TestAWindowIsReplacedAndItsDeletionIsNoticed(t *testing.T) {
	id := newWindow(t, windowOf(newMark())).GetAlertSuppressionWindowId()
	replacement := windowOf(newMark())
	replacement.SetIsEnabled(false)

	updated := must(te.windows.UpdateAlertSuppressionWindow(id).AlertSuppressionWindowRequest(replacement).Execute())(t)
	equal(t, "name", updated.GetName(), replacement.GetName())
	equal(t, "enabled", updated.GetIsEnabled(), false)

	answer, err := te.windows.DeleteAlertSuppressionWindow(id).Execute()
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "status", answer.StatusCode, 204)
	_, answer, err = te.windows.GetAlertSuppressionWindow(id).Execute()
	refused(t, answer, err, 404, "Not Found")
}

func TestAMistakeInAWindowIsTold(t *testing.T) {
	window := windowOf(newMark())
	window.SetDuration(0)

	_, answer, err := te.windows.CreateAlertSuppressionWindow().AlertSuppressionWindowRequest(window).Execute()

	refused(t, answer, err, 400, "validation")
}
