package tocsin

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/DataDog/datadog-api-client-go/v2/api/datadog"
	"github.com/DataDog/datadog-api-client-go/v2/api/datadogV1"
)

const moreThanAPage = 1003

var v1 = datadogV1.NewEventsApi(client())

func event(title, mark string) datadogV1.EventCreateRequest {
	return datadogV1.EventCreateRequest{Title: title, Text: "/var is at 99 %", Tags: []string{mark}}
}

func post(t *testing.T, event datadogV1.EventCreateRequest) datadogV1.EventCreateResponse {
	t.Helper()
	return must(v1.CreateEvent(friend(), event))(t)
}

func titles(events []datadogV1.Event) string {
	var titles []string
	for _, event := range events {
		titles = append(titles, event.GetTitle())
	}
	return strings.Join(titles, ", ")
}

func TestV1KeyIsValid(t *testing.T) {
	answer := must(datadogV1.NewAuthenticationApi(client()).Validate(friend()))(t)

	equal(t, "valid", answer.GetValid(), true)
}

func TestV1ReceiptEchoesTheEvent(t *testing.T) {
	request := event("Disk full", newMark())
	request.DateHappened = datadog.PtrInt64(now.Unix())
	request.Priority = *datadogV1.NewNullableEventPriority(datadogV1.EVENTPRIORITY_LOW.Ptr())

	receipt := post(t, request)

	echo := receipt.GetEvent()
	equal(t, "status", receipt.GetStatus(), "ok")
	equal(t, "title", echo.GetTitle(), "Disk full")
	equal(t, "text", echo.GetText(), "/var is at 99 %")
	equal(t, "date", echo.GetDateHappened(), now.Unix())
	equal(t, "priority", echo.GetPriority(), datadogV1.EVENTPRIORITY_LOW)
	equal(t, "tags", strings.Join(echo.GetTags(), " "), request.Tags[0])
	equal(t, "end of url", strings.HasSuffix(echo.GetUrl(), fmt.Sprintf("/event/event?id=%d", echo.GetId())), true)
}

func TestV1EventIsReadAsItWasPosted(t *testing.T) {
	request := event("Disk full", newMark())
	request.DateHappened = datadog.PtrInt64(now.Unix())
	request.AlertType = datadogV1.EVENTALERTTYPE_ERROR.Ptr()
	request.Priority = *datadogV1.NewNullableEventPriority(datadogV1.EVENTPRIORITY_LOW.Ptr())
	request.Host = datadog.PtrString("web-1")
	request.DeviceName = datadog.PtrString("sda1")
	request.AggregationKey = datadog.PtrString("web-1/var")
	request.SourceTypeName = datadog.PtrString("nagios")
	id := post(t, request).Event.GetId()

	answer := must(v1.GetEvent(friend(), id))(t)

	read := answer.GetEvent()
	equal(t, "id", read.GetId(), id)
	equal(t, "id as text", read.GetIdStr(), fmt.Sprint(id))
	equal(t, "title", read.GetTitle(), "Disk full")
	equal(t, "text", read.GetText(), "/var is at 99 %")
	equal(t, "date", read.GetDateHappened(), now.Unix())
	equal(t, "alert type", read.GetAlertType(), datadogV1.EVENTALERTTYPE_ERROR)
	equal(t, "priority", read.GetPriority(), datadogV1.EVENTPRIORITY_LOW)
	equal(t, "host", read.GetHost(), "web-1")
	equal(t, "device", read.GetDeviceName(), "sda1")
}

func TestV1ListIsFiltered(t *testing.T) {
	mark := newMark()
	web, db := event("web", mark), event("db", mark)
	web.Tags = append(web.Tags, "application:web")
	web.SourceTypeName = datadog.PtrString("nagios")
	web.DateHappened = datadog.PtrInt64(now.Unix() - 10)
	db.Tags = append(db.Tags, "application:db")
	db.Priority = *datadogV1.NewNullableEventPriority(datadogV1.EVENTPRIORITY_LOW.Ptr())
	db.DateHappened = datadog.PtrInt64(now.Unix() - 20)
	post(t, db)
	post(t, web)
	for name, filter := range map[string]struct {
		parameters *datadogV1.ListEventsOptionalParameters
		found      string
	}{
		"nothing more":    {datadogV1.NewListEventsOptionalParameters(), "web, db"},
		"tag":             {datadogV1.NewListEventsOptionalParameters().WithTags(mark + ",application:web"), "web"},
		"tag not there":   {datadogV1.NewListEventsOptionalParameters().WithTags(mark + ",-application:web"), "db"},
		"priority":        {datadogV1.NewListEventsOptionalParameters().WithPriority(datadogV1.EVENTPRIORITY_LOW), "db"},
		"source":          {datadogV1.NewListEventsOptionalParameters().WithSources("nagios,jenkins"), "web"},
		"unaggregated":    {datadogV1.NewListEventsOptionalParameters().WithUnaggregated(true), "web, db"},
		"no aggregates":   {datadogV1.NewListEventsOptionalParameters().WithExcludeAggregate(true), "web, db"},
		"a page too many": {datadogV1.NewListEventsOptionalParameters().WithUnaggregated(true).WithPage(1), ""},
	} {
		t.Run(name, func(t *testing.T) {
			if filter.parameters.Tags == nil {
				filter.parameters.WithTags(mark)
			}
			answer := must(v1.ListEvents(friend(), now.Unix()-20, now.Unix()-10, *filter.parameters))(t)

			equal(t, "list", titles(answer.GetEvents()), filter.found)
		})
	}
}

func TestV1PagesAreReadToTheEnd(t *testing.T) {
	mark := newMark()
	posted := make([]int64, moreThanAPage)
	inParallel(moreThanAPage, func(n int) {
		posted[n] = post(t, event(fmt.Sprint("event ", n), mark)).Event.GetId()
	})

	var read []int64
	var sizes []int
	for page := int32(0); len(sizes) == 0 || sizes[len(sizes)-1] > 0; page++ {
		parameters := datadogV1.NewListEventsOptionalParameters().WithTags(mark).WithUnaggregated(true).WithPage(page)
		answer := must(v1.ListEvents(friend(), now.Unix()-60, now.Unix()+600, *parameters))(t)
		for _, event := range answer.GetEvents() {
			read = append(read, event.GetId())
		}
		sizes = append(sizes, len(answer.GetEvents()))
	}

	slices.Sort(posted)
	slices.Sort(read)
	equal(t, "sizes of pages", fmt.Sprint(sizes), fmt.Sprint([]int{1000, moreThanAPage - 1000, 0}))
	equal(t, "same events", slices.Equal(read, posted), true)
}

func inParallel(count int, do func(int)) {
	var group sync.WaitGroup
	slots := make(chan struct{}, 8)
	for n := 0; n < count; n++ {
		group.Add(1)
		go func() {
			defer group.Done()
			slots <- struct{}{}
			do(n)
			<-slots
		}()
	}
	group.Wait()
}

func TestV1MistakesAreTold(t *testing.T) {
	old := event("old", newMark())
	old.DateHappened = datadog.PtrInt64(1)
	for name, mistake := range map[string]struct {
		call   func(context.Context) (*http.Response, error)
		status int
		says   string
	}{
		"unknown id":        {getV1(1), 404, "No event matches that event_id."},
		"end before start":  {listV1(now.Unix(), now.Unix()-1), 400, "start param must be greater than end param"},
		"page without flag": {listV1(0, 1, *datadogV1.NewListEventsOptionalParameters().WithPage(1)), 400, "page"},
		"too old":           {createV1(old), 400, "Event too far in the past"},
	} {
		t.Run(name, func(t *testing.T) {
			answer, err := mistake.call(friend())

			refused(t, answer, err, mistake.status, mistake.says)
		})
	}
}

func TestV1UnknownKeyIsRefused(t *testing.T) {
	for name, call := range map[string]func(context.Context) (*http.Response, error){
		"get":    getV1(1),
		"list":   listV1(0, 1),
		"create": createV1(event("x", newMark())),
	} {
		t.Run(name, func(t *testing.T) {
			answer, err := call(stranger())

			refused(t, answer, err, 403, "Forbidden")
		})
	}
}

func getV1(id int64) func(context.Context) (*http.Response, error) {
	return func(who context.Context) (*http.Response, error) {
		_, answer, err := v1.GetEvent(who, id)
		return answer, err
	}
}

func listV1(start, end int64, more ...datadogV1.ListEventsOptionalParameters) func(context.Context) (*http.Response, error) {
	return func(who context.Context) (*http.Response, error) {
		_, answer, err := v1.ListEvents(who, start, end, more...)
		return answer, err
	}
}

func createV1(event datadogV1.EventCreateRequest) func(context.Context) (*http.Response, error) {
	return func(who context.Context) (*http.Response, error) {
		_, answer, err := v1.CreateEvent(who, event)
		return answer, err
	}
}
