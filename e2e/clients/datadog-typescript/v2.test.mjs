// Datadog's v2 events through its official client for TypeScript.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsV1, eventsV2, newMark, now, post, postSeries, refused, strangerV2 } from "./tocsin.mjs";

const FOREIGN_CURSOR = "eyJzdGFydEF0IjoiQVFBQUFYS2tMS3pPbm40NGV3QUFBQUJCV0V0clRFdDZVbG8zY3pCRmNsbHJiVmxDWlEifQ==";

function payload(category, attributes, mark) {
  return { data: { type: "event", attributes: { title: "Pool size", message: "bigger", category, attributes, tags: [mark] } } };
}

const change = (mark) =>
  payload("change", { changedResource: { name: "pool.size", type: "configuration" }, newValue: { size: 20 } }, mark);

const alert = (mark) => payload("alert", { status: "error", priority: "2", custom: { rack: "r7" } }, mark);

const search = (query, more = {}) => ({ body: { filter: { query, from: "now-1h", to: "now+10m" }, ...more } });

const title = (event) => event.attributes.attributes.title;

const titles = (answer) => answer.data.map(title);

async function walk(pages) {
  const found = [];
  for await (const event of pages) {
    found.push(title(event));
  }
  return found;
}

/** What the client leaves as it came, because two of its models fit. */
const asTheyCame = (unparsed) => unparsed._data;

test("a change is read by its uid", async () => {
  const mark = newMark();
  const receipt = await eventsV2.createEvent({ body: change(mark) });
  const { uid } = receipt.data.attributes.attributes.evt;

  const { data } = await eventsV2.getEvent({ eventId: uid });

  const inner = asTheyCame(data.attributes.attributes);
  assert.equal(receipt.data.additionalProperties.id, "_");
  assert.ok(receipt.links.self.endsWith(`/event/event?uid=${uid}`));
  assert.deepEqual([data.id, data.attributes.message, data.attributes.tags], [uid, "bigger", [mark]]);
  assert.deepEqual([inner.title, inner.evt.category], ["Pool size", "change"]);
  assert.deepEqual(inner.changed_resource, { name: "pool.size", type: "configuration" });
  assert.deepEqual(inner.new_value, { size: 20 });
});

test("an alert is read by its uid", async () => {
  const receipt = await eventsV2.createEvent({ body: alert(newMark()) });

  const { data } = await eventsV2.getEvent({ eventId: receipt.data.attributes.attributes.evt.uid });

  const inner = asTheyCame(data.attributes.attributes);
  assert.deepEqual([inner.evt.category, inner.status, inner.priority, inner.custom], ["alert", "error", "2", { rack: "r7" }]);
});

test("v2 finds what v1 posted", async () => {
  const mark = newMark();
  const posted = await post(mark, { host: "web-1", alertType: "error", dateHappened: now, aggregationKey: "web-1/var" });

  const { data } = await eventsV2.listEvents({ filterQuery: mark });

  const [{ attributes }] = data;
  assert.equal(attributes.message, "/var is at 99 %");
  assert.deepEqual(attributes.tags, [mark, "source:my_apps"]);
  assert.equal(attributes.timestamp.getTime(), now * 1000);
  assert.equal(attributes.attributes.hostname, "web-1");
  assert.equal(attributes.attributes.status, "error");
  assert.equal(attributes.attributes.aggregationKey, "web-1/var");
  assert.equal(attributes.attributes.evt.id, posted.idStr);
});

test("v1 finds what v2 posted", async () => {
  const mark = newMark();
  await eventsV2.createEvent({ body: alert(mark) });

  const { events } = await eventsV1.listEvents({ start: now - 60, end: now + 600, tags: mark });

  assert.deepEqual(events.map(({ title, text, alertType }) => [title, text, alertType]), [["Pool size", "bigger", "error"]]);
});

for (const [query, found] of [
  ["", ["alpha", "beta gamma"]],
  ["alpha", ["alpha"]],
  ['"beta gamma"', ["beta gamma"]],
  ["-alpha", ["beta gamma"]],
  ["disk:*", ["alpha"]],
  ["host:(web-1 OR web-2)", ["alpha"]],
  ["@title:beta*", ["beta gamma"]],
  ["alpha gamma", []],
]) {
  test(`a search for ${query || "everything"}`, async () => {
    const mark = newMark();
    await post(mark, { title: "alpha", tags: ["disk:sda1"], host: "web-1" });
    await post(mark, { title: "beta gamma" });

    const answer = await eventsV2.searchEvents(search(`${mark} ${query}`));

    assert.deepEqual(titles(answer).sort(), found);
  });
}

test("both orders", async () => {
  const mark = newMark();
  const newestFirst = await postSeries(mark, 3);

  const ascending = await eventsV2.listEvents({ filterQuery: mark, sort: "timestamp" });
  const descending = await eventsV2.searchEvents(search(mark, { sort: "-timestamp" }));

  assert.deepEqual(titles(ascending), [...newestFirst].reverse());
  assert.deepEqual(titles(descending), newestFirst);
});

for (const [name, filterFrom, filterTo] of [
  ["date math", "now-5m", "now"],
  ["milliseconds", `${(now - 300) * 1000}`, `${now * 1000}`],
  ["ISO 8601", new Date((now - 300) * 1000).toISOString(), new Date(now * 1000).toISOString()],
  ["an offset", `${new Date((now + 3300) * 1000).toISOString().slice(0, 19)}+01:00`, "now"],
]) {
  test(`a window in ${name}`, async () => {
    const mark = newMark();
    await post(mark, { title: "inside", dateHappened: now - 60 });
    await post(mark, { title: "outside", dateHappened: now - 600 });

    assert.deepEqual(titles(await eventsV2.listEvents({ filterQuery: mark, filterFrom, filterTo })), ["inside"]);
  });
}

for (const count of [0, 20, 25]) {
  test(`pages of ${count} events are walked to the end`, async () => {
    const mark = newMark();
    const posted = await postSeries(mark, count);

    const listed = await walk(eventsV2.listEventsWithPagination({ filterQuery: mark }));
    const searched = await walk(eventsV2.searchEventsWithPagination(search(mark, { page: { limit: 7 } })));

    assert.deepEqual(listed, posted);
    assert.deepEqual(searched, posted);
  });
}

test("the next page has a link", async () => {
  const mark = newMark();
  await postSeries(mark, 2);

  const { links, meta } = await eventsV2.listEvents({ filterQuery: mark, pageLimit: 1 });

  assert.equal(new URL(links.next).searchParams.get("page[cursor]"), meta.page.after);
});

for (const [name, call, says] of [
  ["an open group", () => eventsV2.listEvents({ filterQuery: "(" }), "filter.query"],
  ["a bad time", () => eventsV2.listEvents({ filterFrom: "yesterday" }), "filter.from"],
  ["a foreign cursor", () => eventsV2.listEvents({ pageCursor: FOREIGN_CURSOR }), "invalid cursor"],
  ["a page too big", () => eventsV2.listEvents({ pageLimit: 1001 }), "limit"],
  ["zone and offset", () => eventsV2.searchEvents(search("*", { options: { timezone: "UTC", timeOffset: 1 } })), "options"],
  ["a malformed uid", () => eventsV2.getEvent({ eventId: "short" }), "errors"],
  ["attributes of the other kind", () => eventsV2.createEvent({ body: payload("change", { status: "ok" }, "a") }), "$.data.attributes.attributes"],
]) {
  test(`${name} is told`, () => refused(call, 400, says));
}

test("an unknown uid is not found", () => refused(() => eventsV2.getEvent({ eventId: "A".repeat(24) }), 404, "errors"));

for (const [name, status, call] of [
  ["list", 403, () => strangerV2.listEvents()],
  ["search", 403, () => strangerV2.searchEvents(search("*"))],
  ["get", 401, () => strangerV2.getEvent({ eventId: "A".repeat(24) })],
  ["create", 403, () => strangerV2.createEvent({ body: change("a") })],
]) {
  test(`an unknown key may not ${name}`, () => refused(call, status, "errors"));
}
