// Dynatrace's events through the client of its platform SDK.
import assert from "node:assert/strict";
import { test } from "node:test";
import { events, ingest, newHost, of, refused, stranger } from "./tocsin.mjs";

const now = Date.now();
const minutesAgo = (minutes) => now - minutes * 60_000;
const titles = (page) => page.events.map((event) => event.title);
const propertiesOf = (event) => Object.fromEntries(event.properties.map(({ key, value }) => [key, value]));

/** Follows nextPageKey, which must stand alone, to the last page. */
async function pages(list, parameters) {
  const found = [await list(parameters)];
  while (found.at(-1).nextPageKey) {
    found.push(await list({ nextPageKey: found.at(-1).nextPageKey }));
  }
  return found;
}

test("an ingested event is found by its correlation", async () => {
  const host = newHost();
  const times = { startTime: minutesAgo(2), endTime: minutesAgo(1) };

  const answer = await ingest(host, { ...times, properties: { "dt.event.source": "node", team: "a" } });

  const [{ correlationId, status }] = answer.eventIngestResults;
  const { events: found, totalCount } = await events.getEvents({ eventSelector: `correlationId("${correlationId}")` });
  const [event] = found;
  assert.deepEqual([answer.reportCount, status, totalCount], [1, "OK", 1]);
  assert.match(correlationId, /^[0-9a-f]{16}$/);
  assert.deepEqual([event.eventType, event.title, event.status], ["CUSTOM_INFO", "Deployed", "CLOSED"]);
  assert.deepEqual([event.startTime, event.endTime], [times.startTime, times.endTime]);
  assert.deepEqual(event.entityId.entityId, { id: host, type: "HOST" });
  assert.equal(propertiesOf(event)["dt.event.source"], "node");
  assert.equal(propertiesOf(event).team, "a");
});

test("an event is read by its id", async () => {
  const host = newHost();
  await ingest(host);
  const { events: [listed] } = await events.getEvents({ entitySelector: of(host) });

  const event = await events.getEvent({ eventId: listed.eventId });

  assert.match(event.eventId, /^-?\d+_\d+$/);
  assert.deepEqual(event, listed);
});

test("a problem is open, and the same again is the same event", async () => {
  const host = newHost();
  const problem = { eventType: "ERROR_EVENT", title: "Error rate", timeout: 30 };

  const answers = [await ingest(host, problem), await ingest(host, problem)];

  const { events: found } = await events.getEvents({ entitySelector: of(host) });
  assert.deepEqual(answers[1].eventIngestResults, answers[0].eventIngestResults);
  assert.deepEqual(found.map(({ status, endTime }) => [status, endTime]), [["OPEN", -1]]);
});

for (const [selector, found] of [
  ['eventType("CUSTOM_DEPLOYMENT")', ["Release 7"]],
  ['status("OPEN")', ["Error rate"]],
  ['status("CLOSED"),property.version("7","8")', ["Release 7", "Release 8"]],
  ['property.version("9")', []],
  ["suppressAlert(false)", ["Error rate", "Release 7", "Release 8"]],
]) {
  test(`a selector finds ${selector}`, async () => {
    const host = newHost();
    await ingest(host, { eventType: "CUSTOM_DEPLOYMENT", title: "Release 7", properties: { version: "7" } });
    await ingest(host, { title: "Release 8", properties: { version: "8" } });
    await ingest(host, { eventType: "ERROR_EVENT", title: "Error rate" });

    const page = await events.getEvents({ entitySelector: of(host), eventSelector: selector });

    assert.deepEqual(titles(page).sort(), found);
  });
}

for (const [name, window, found] of [
  ["two hours unless told", {}, ["recent"]],
  ["a day", { from: "now-1d" }, ["recent", "hours ago"]],
  ["milliseconds", { from: `${minutesAgo(400)}`, to: `${minutesAgo(200)}` }, ["hours ago"]],
  ["dates", { from: new Date(minutesAgo(5)).toISOString(), to: new Date(now).toISOString().replace("Z", "+00:00") }, ["recent"]],
]) {
  test(`a window of ${name}`, async () => {
    const host = newHost();
    await ingest(host, { title: "hours ago", startTime: minutesAgo(300), endTime: minutesAgo(300) });
    await ingest(host, { title: "recent", startTime: minutesAgo(1), endTime: minutesAgo(1) });

    assert.deepEqual(titles(await events.getEvents({ entitySelector: of(host), ...window })), found);
  });
}

test("pages are followed to the end", async () => {
  const host = newHost();
  const posted = Array.from({ length: 25 }, (_, n) => `event ${n}`);
  for (const [n, title] of posted.entries()) {
    await ingest(host, { title, startTime: now - n * 1000, endTime: now - n * 1000 });
  }

  const found = await pages((parameters) => events.getEvents(parameters), { entitySelector: of(host), pageSize: 10 });

  assert.deepEqual(found.map((page) => page.events.length), [10, 10, 5]);
  assert.deepEqual(found.map((page) => page.totalCount), [25, 25, 25]);
  assert.deepEqual(found.flatMap(titles), posted);
});

test("types are paged to the end, and each can be read", async () => {
  const found = await pages((parameters) => events.getEventTypes(parameters), { pageSize: 50 });

  const types = found.flatMap((page) => page.eventTypeInfos.map((info) => info.type));
  assert.equal(types.length, found[0].totalCount);
  assert.ok(types.includes("CUSTOM_DEPLOYMENT"));
  assert.equal((await events.getEventType({ eventType: "ERROR_EVENT" })).severityLevel, "ERROR");
});

test("properties are paged to the end, and each can be read", async () => {
  const found = await pages((parameters) => events.getEventProperties(parameters), { pageSize: 5 });

  const keys = found.flatMap((page) => page.eventProperties.map((property) => property.key));
  assert.equal(keys.length, found[0].totalCount);
  assert.equal((await events.getEventProperty({ propertyKey: "dt.event.source" })).writable, true);
});

for (const [name, call, status, says] of [
  ["an unknown criterion", () => events.getEvents({ eventSelector: 'colour("red")' }), 400, "eventSelector"],
  ["an open selector", () => events.getEvents({ eventSelector: "status(" }), 400, "eventSelector"],
  ["entities without a type", () => events.getEvents({ entitySelector: "healthState" }), 400, "entitySelector"],
  ["a bad time", () => events.getEvents({ from: "yesterday" }), 400, "from"],
  ["a page too big", () => events.getEvents({ pageSize: 100000 }), 400, "pageSize"],
  ["a key of no page", () => events.getEvents({ nextPageKey: "nonsense" }), 400, "nextPageKey"],
  ["a bad type", () => ingest(newHost(), { eventType: "NO_SUCH_TYPE" }), 400, "eventType"],
  ["no title", () => ingest(newHost(), { title: null }), 400, "title"],
  ["an unknown event", () => events.getEvent({ eventId: "1_1" }), 404, "1_1"],
  ["an unknown type", () => events.getEventType({ eventType: "NO_SUCH_TYPE" }), 404, "NO_SUCH_TYPE"],
  ["an unknown property", () => events.getEventProperty({ propertyKey: "no.such" }), 404, "no.such"],
]) {
  test(`${name} is told`, () => refused(call, status, says));
}

test("a time of last year is told in the result", async () => {
  const answer = await ingest(newHost(), { startTime: now - 365 * 86_400_000 });

  assert.deepEqual(answer.eventIngestResults.map((result) => result.status), ["INVALID_TIMESTAMPS"]);
});

for (const [name, call] of [
  ["list", () => stranger.getEvents()],
  ["get", () => stranger.getEvent({ eventId: "1_1" })],
  ["ingest", () => stranger.createEvent({ body: { eventType: "CUSTOM_INFO", title: "t" } })],
  ["see types", () => stranger.getEventTypes()],
]) {
  test(`an unknown token may not ${name}`, () => refused(call, 401, ""));
}
