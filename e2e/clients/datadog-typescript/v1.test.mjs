// Datadog's v1 events through its official client for TypeScript.
import assert from "node:assert/strict";
import { test } from "node:test";
import { authentication, eventsV1, inParallel, newMark, now, post, refused, strangerV1 } from "./tocsin.mjs";

const MORE_THAN_A_PAGE = 1003;

const titles = (answer) => answer.events.map((event) => event.title);

test("a key is valid", async () => {
  assert.equal((await authentication.validate()).valid, true);
});

test("a receipt echoes the event", async () => {
  const mark = newMark();

  const event = await post(mark, { tags: ["a:1"], priority: "low", dateHappened: now });

  assert.equal(event.title, "Disk full");
  assert.equal(event.text, "/var is at 99 %");
  assert.equal(event.dateHappened, now);
  assert.equal(event.priority, "low");
  assert.deepEqual(event.tags, [mark, "a:1"]);
  assert.equal(event.idStr, event.url.match(/\/event\/event\?id=([0-9]+)$/)[1]);
});

test("an event is read as it was posted, by its exact id", async () => {
  const mark = newMark();
  const fields = { dateHappened: now, alertType: "error", priority: "low", host: "web-1", deviceName: "sda1" };
  const posted = await post(mark, { ...fields, aggregationKey: "web-1/var", sourceTypeName: "nagios" });

  const { event } = await eventsV1.getEvent({ eventId: posted.idStr });

  assert.equal(event.idStr, posted.idStr);
  assert.equal(event.title, "Disk full");
  assert.equal(event.text, "/var is at 99 %");
  for (const [field, value] of Object.entries(fields)) {
    assert.equal(event[field], value, field);
  }
});

test("an event is read by its id as JavaScript rounds it", async () => {
  const posted = await post(newMark());

  const { event } = await eventsV1.getEvent({ eventId: posted.id });

  assert.equal(event.idStr, posted.idStr);
});

for (const [name, filter, found] of [
  ["nothing more", {}, ["web", "db"]],
  ["a tag", { tags: "application:web" }, ["web"]],
  ["a tag that is not there", { tags: "-application:web" }, ["db"]],
  ["a priority", { priority: "low" }, ["db"]],
  ["sources", { sources: "nagios,jenkins" }, ["web"]],
  ["unaggregated", { unaggregated: true }, ["web", "db"]],
  ["no aggregates", { excludeAggregate: true }, ["web", "db"]],
]) {
  test(`a list is filtered by ${name}`, async () => {
    const mark = newMark();
    await post(mark, { title: "web", tags: ["application:web"], sourceTypeName: "nagios", dateHappened: now - 1 });
    await post(mark, { title: "db", tags: ["application:db"], priority: "low", dateHappened: now - 2 });
    const tags = [mark, filter.tags].filter(Boolean).join(",");

    const answer = await eventsV1.listEvents({ start: now - 2, end: now - 1, ...filter, tags });

    assert.deepEqual(titles(answer), found);
  });
}

test("pages of a thousand are read to the end", async () => {
  const mark = newMark();
  const posted = await inParallel(MORE_THAN_A_PAGE, async (n) => (await post(mark, { title: `event ${n}` })).idStr);

  const pages = [];
  for (const page of [0, 1, 2]) {
    const answer = await eventsV1.listEvents({ start: now - 60, end: now + 600, tags: mark, unaggregated: true, page });
    pages.push(answer.events.map((event) => event.idStr));
  }

  assert.deepEqual(pages.map((page) => page.length), [1000, MORE_THAN_A_PAGE - 1000, 0]);
  assert.deepEqual(pages.flat().sort(), posted.sort());
});

test("an unknown id is not found", () =>
  refused(() => eventsV1.getEvent({ eventId: 1 }), 404, "No event matches that event_id."));

test("an end before the start is told", () =>
  refused(() => eventsV1.listEvents({ start: now, end: now - 1 }), 400, "start param must be greater than end param"));

test("a page without unaggregated is told", () =>
  refused(() => eventsV1.listEvents({ start: now - 1, end: now, page: 1 }), 400, "page"));

test("an event too old is told", () =>
  refused(() => post(newMark(), { dateHappened: 1 }), 400, "Event too far in the past"));

for (const [name, call] of [
  ["get", () => strangerV1.getEvent({ eventId: 1 })],
  ["list", () => strangerV1.listEvents({ start: now - 1, end: now })],
  ["create", () => strangerV1.createEvent({ body: { title: "t", text: "x" } })],
]) {
  test(`an unknown key may not ${name}`, () => refused(call, 403, "Forbidden"));
}
