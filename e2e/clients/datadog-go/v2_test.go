package tocsin

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/DataDog/datadog-api-client-go/v2/api/datadog"
	"github.com/DataDog/datadog-api-client-go/v2/api/datadogV2"
)

var v2 = datadogV2.NewEventsApi(client())

func payload(category datadogV2.EventCategory, attributes datadogV2.EventPayloadAttributes, mark string) datadogV2.EventCreateRequestPayload {
	return datadogV2.EventCreateRequestPayload{Data: datadogV2.EventCreateRequest{
		Type: datadogV2.EVENTCREATEREQUESTTYPE_EVENT,
		Attributes: datadogV2.EventPayload{
			Title:      "Pool size",
			Message:    datadog.PtrString("bigger"),
			Category:   category,
			Attributes: attributes,
			Tags:       []string{mark},
		},
	}}
}

func change(mark string) datadogV2.EventCreateRequestPayload {
	return payload(datadogV2.EVENTCATEGORY_CHANGE, datadogV2.EventPayloadAttributes{
		ChangeEventCustomAttributes: &datadogV2.ChangeEventCustomAttributes{
			ChangedResource: datadogV2.ChangeEventCustomAttributesChangedResource{
				Name: "pool.size",
				Type: datadogV2.CHANGEEVENTCUSTOMATTRIBUTESCHANGEDRESOURCETYPE_CONFIGURATION,
			},
			NewValue: map[string]interface{}{"size": 20},
		},
	}, mark)
}

func alert(mark string) datadogV2.EventCreateRequestPayload {
	return payload(datadogV2.EVENTCATEGORY_ALERT, datadogV2.EventPayloadAttributes{
		AlertEventCustomAttributes: &datadogV2.AlertEventCustomAttributes{
			Status:   datadogV2.ALERTEVENTCUSTOMATTRIBUTESSTATUS_WARN,
			Priority: datadogV2.ALERTEVENTCUSTOMATTRIBUTESPRIORITY_PRIORITY_TWO.Ptr(),
			Custom:   map[string]interface{}{"rack": "r7"},
		},
	}, mark)
}

func query(words string) datadogV2.ListEventsOptionalParameters {
	return *datadogV2.NewListEventsOptionalParameters().WithFilterQuery(words)
}

func search(words string) datadogV2.EventsListRequest {
	return datadogV2.EventsListRequest{Filter: &datadogV2.EventsQueryFilter{
		Query: datadog.PtrString(words),
		From:  datadog.PtrString("now-1h"),
		To:    datadog.PtrString("now+10m"),
	}}
}

func asBody(search datadogV2.EventsListRequest) datadogV2.SearchEventsOptionalParameters {
	return *datadogV2.NewSearchEventsOptionalParameters().WithBody(search)
}

func titleOf(event datadogV2.EventResponse) string {
	return event.Attributes.Attributes.GetTitle()
}

func titlesOf(answer datadogV2.EventsListResponse) string {
	var titles []string
	for _, event := range answer.GetData() {
		titles = append(titles, titleOf(event))
	}
	return strings.Join(titles, ", ")
}

// Posts events of the last seconds, newest first, and answers their titles.
func postSeries(t *testing.T, mark string, count int) (titles []string) {
	for n := 0; n < count; n++ {
		request := event(fmt.Sprint("event ", n), mark)
		request.DateHappened = datadog.PtrInt64(now.Unix() - int64(n))
		post(t, request)
		titles = append(titles, request.Title)
	}
	return titles
}

func TestV2ChangeIsReadByItsUid(t *testing.T) {
	receipt := must(v2.CreateEvent(friend(), change(newMark())))(t)
	uid := receipt.Data.Attributes.Attributes.Evt.GetUid()

	answer := must(v2.GetEvent(friend(), uid))(t)

	read := answer.GetData()
	equal(t, "id of receipt", receipt.Data.AdditionalProperties["id"], any("_"))
	equal(t, "id", read.GetId(), uid)
	equal(t, "message", read.Attributes.GetMessage(), "bigger")
	inner := attributesOf(t, read)
	equal(t, "title", inner["title"], any("Pool size"))
	equal(t, "category", inner["evt"].(map[string]any)["category"], any("change"))
	equal(t, "resource", inner["changed_resource"].(map[string]any)["name"], any("pool.size"))
	equal(t, "new value", inner["new_value"].(map[string]any)["size"], any(float64(20)))
}

func TestV2AlertIsReadByItsUid(t *testing.T) {
	receipt := must(v2.CreateEvent(friend(), alert(newMark())))(t)
	uid := receipt.Data.Attributes.Attributes.Evt.GetUid()

	answer := must(v2.GetEvent(friend(), uid))(t)

	inner := attributesOf(t, answer.GetData())
	equal(t, "category", inner["evt"].(map[string]any)["category"], any("alert"))
	equal(t, "status", inner["status"], any("warn"))
	equal(t, "priority", inner["priority"], any("2"))
	equal(t, "custom", inner["custom"].(map[string]any)["rack"], any("r7"))
}

// The client cannot tell the two kinds of attributes apart, and leaves them as they came.
func attributesOf(t *testing.T, event datadogV2.V2Event) map[string]any {
	t.Helper()
	text := must2(event.Attributes.GetAttributes().MarshalJSON())(t)
	var inner map[string]any
	if err := datadog.Unmarshal(text, &inner); err != nil {
		t.Fatal(err)
	}
	return inner
}

func must2[T any](value T, err error) func(*testing.T) T {
	return must(value, nil, err)
}

func TestV2FindsWhatV1Posted(t *testing.T) {
	mark := newMark()
	request := event("Disk full", mark)
	request.Host = datadog.PtrString("web-1")
	request.DateHappened = datadog.PtrInt64(now.Unix())
	id := post(t, request).Event.GetIdStr()

	answer := must(v2.ListEvents(friend(), query(mark)))(t)

	equal(t, "list", titlesOf(answer), "Disk full")
	found := answer.GetData()[0].GetAttributes()
	equal(t, "message", found.GetMessage(), "/var is at 99 %")
	equal(t, "tags", strings.Join(found.GetTags(), " "), mark+" source:my_apps")
	equal(t, "time", found.GetTimestamp().Equal(now), true)
	equal(t, "host", found.Attributes.GetHostname(), "web-1")
	equal(t, "id", found.Attributes.Evt.GetId(), id)
}

func TestV2SearchFinds(t *testing.T) {
	mark := newMark()
	alpha, beta := event("alpha", mark), event("beta gamma", mark)
	alpha.Tags = append(alpha.Tags, "disk:sda1")
	alpha.Host = datadog.PtrString("web-1")
	post(t, alpha)
	post(t, beta)
	for words, found := range map[string]string{
		"alpha":             "alpha",
		`"beta gamma"`:      "beta gamma",
		"-alpha":            "beta gamma",
		"disk:*":            "alpha",
		"host:web-?":        "alpha",
		"source:(a OR b)":   "",
		"@title:beta\\ *":   "beta gamma",
		"_missing_:host":    "beta gamma",
		"alpha AND gamma":   "",
		"NOT (alpha gamma)": "both",
	} {
		t.Run(words, func(t *testing.T) {
			answer := must(v2.SearchEvents(friend(), asBody(search(mark+" "+words))))(t)

			if found == "both" {
				equal(t, "number of events", len(answer.GetData()), 2)
			} else {
				equal(t, "list", titlesOf(answer), found)
			}
		})
	}
}

func TestV2SortsBothWays(t *testing.T) {
	mark := newMark()
	postSeries(t, mark, 3)
	for sort, found := range map[datadogV2.EventsSort]string{
		datadogV2.EVENTSSORT_TIMESTAMP_ASCENDING:  "event 2, event 1, event 0",
		datadogV2.EVENTSSORT_TIMESTAMP_DESCENDING: "event 0, event 1, event 2",
	} {
		t.Run(string(sort), func(t *testing.T) {
			parameters := query(mark)

			answer := must(v2.ListEvents(friend(), *parameters.WithSort(sort)))(t)

			equal(t, "list", titlesOf(answer), found)
		})
	}
}

func TestV2WindowIsKept(t *testing.T) {
	mark := newMark()
	inside, outside := event("inside", mark), event("outside", mark)
	inside.DateHappened = datadog.PtrInt64(now.Unix() - 60)
	outside.DateHappened = datadog.PtrInt64(now.Unix() - 600)
	post(t, inside)
	post(t, outside)
	from := now.Add(-5 * time.Minute)
	for name, bounds := range map[string][2]string{
		"date math":    {"now-5m", "now"},
		"milliseconds": {fmt.Sprint(from.UnixMilli()), fmt.Sprint(now.UnixMilli())},
		"UTC":          {from.UTC().Format(time.RFC3339), now.UTC().Format(time.RFC3339)},
		"offset":       {from.In(time.FixedZone("", 3600)).Format(time.RFC3339), now.In(time.FixedZone("", 3600)).Format(time.RFC3339)},
	} {
		t.Run(name, func(t *testing.T) {
			parameters := query(mark)

			answer := must(v2.ListEvents(friend(), *parameters.WithFilterFrom(bounds[0]).WithFilterTo(bounds[1])))(t)

			equal(t, "list", titlesOf(answer), "inside")
		})
	}
}

func TestV2PagesAreWalkedToTheEnd(t *testing.T) {
	for _, count := range []int{0, 20, 25} {
		t.Run(fmt.Sprint(count, " events"), func(t *testing.T) {
			mark := newMark()
			posted := strings.Join(postSeries(t, mark, count), ", ")
			body := search(mark)
			body.Page = &datadogV2.EventsRequestPage{Limit: datadog.PtrInt32(7)}

			listed, stopListing := v2.ListEventsWithPagination(friend(), query(mark))
			searched, stopSearching := v2.SearchEventsWithPagination(friend(), asBody(body))

			equal(t, "list", walk(t, listed), posted)
			equal(t, "search", walk(t, searched), posted)
			stopListing()
			stopSearching()
		})
	}
}

func walk(t *testing.T, results <-chan datadog.PaginationResult[datadogV2.EventResponse]) string {
	t.Helper()
	var titles []string
	for result := range results {
		if result.Error != nil {
			t.Fatalf("%v: %s", result.Error, bodyOf(result.Error))
		}
		titles = append(titles, titleOf(result.Item))
	}
	return strings.Join(titles, ", ")
}

func TestV2MistakesAreTold(t *testing.T) {
	foreign := "eyJzdGFydEF0IjoiQVFBQUFYS2tMS3pPbm40NGV3QUFBQUJCV0V0clRFdDZVbG8zY3pCRmNsbHJiVmxDWlEifQ=="
	both := search("*")
	both.Options = &datadogV2.EventsQueryOptions{Timezone: datadog.PtrString("UTC"), TimeOffset: datadog.PtrInt64(1)}
	wrong := change(newMark())
	wrong.Data.Attributes.Category = "outage"
	for name, mistake := range map[string]struct {
		call   func(context.Context) (*http.Response, error)
		status int
		says   string
	}{
		"open group":      {listV2(query("(")), 400, "filter.query"},
		"bad time":        {listV2(*datadogV2.NewListEventsOptionalParameters().WithFilterFrom("yesterday")), 400, "filter.from"},
		"foreign cursor":  {listV2(*datadogV2.NewListEventsOptionalParameters().WithPageCursor(foreign)), 400, "invalid cursor"},
		"page too big":    {listV2(*datadogV2.NewListEventsOptionalParameters().WithPageLimit(1001)), 400, "limit"},
		"page of nothing": {listV2(*datadogV2.NewListEventsOptionalParameters().WithPageLimit(0)), 400, "limit"},
		"zone and offset": {searchV2(both), 400, "options"},
		"malformed uid":   {getV2("short"), 400, "errors"},
		"unknown uid":     {getV2(strings.Repeat("A", 24)), 404, "errors"},
		"bad category":    {createV2(wrong), 400, `value must be one of: [\"alert\", \"change\"]`},
	} {
		t.Run(name, func(t *testing.T) {
			answer, err := mistake.call(friend())

			refused(t, answer, err, mistake.status, mistake.says)
		})
	}
}

func TestV2UnknownKeyIsRefused(t *testing.T) {
	for name, call := range map[string]func(context.Context) (*http.Response, error){
		"list":   listV2(query("*")),
		"search": searchV2(search("*")),
		"create": createV2(change(newMark())),
	} {
		t.Run(name, func(t *testing.T) {
			answer, err := call(stranger())

			refused(t, answer, err, 403, "Forbidden")
		})
	}
	t.Run("get", func(t *testing.T) {
		answer, err := getV2(strings.Repeat("A", 24))(stranger())

		refused(t, answer, err, 401, "Unauthorized")
	})
}

func listV2(parameters datadogV2.ListEventsOptionalParameters) func(context.Context) (*http.Response, error) {
	return func(who context.Context) (*http.Response, error) {
		_, answer, err := v2.ListEvents(who, parameters)
		return answer, err
	}
}

func searchV2(body datadogV2.EventsListRequest) func(context.Context) (*http.Response, error) {
	return func(who context.Context) (*http.Response, error) {
		_, answer, err := v2.SearchEvents(who, asBody(body))
		return answer, err
	}
}

func getV2(uid string) func(context.Context) (*http.Response, error) {
	return func(who context.Context) (*http.Response, error) {
		_, answer, err := v2.GetEvent(who, uid)
		return answer, err
	}
}

func createV2(body datadogV2.EventCreateRequestPayload) func(context.Context) (*http.Response, error) {
	return func(who context.Context) (*http.Response, error) {
		_, answer, err := v2.CreateEvent(who, body)
		return answer, err
	}
}
