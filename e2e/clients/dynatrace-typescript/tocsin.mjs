import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import sdk from "@dynatrace-sdk/client-classic-environment-v2";
import http from "@dynatrace-sdk/http-client";

/** The client as it runs outside of Dynatrace: its HTTP client is told where to go. */
function eventsClient(token) {
  return new sdk.EventsClient(
    new http.PlatformHttpClient({ baseUrl: process.env.TOCSIN_URL, defaultHeaders: { Authorization: `Bearer ${token}` } }),
  );
}

export const events = eventsClient(process.env.TOCSIN_KEY);

/** Somebody whose token nobody knows. */
export const stranger = eventsClient("dt0s16.0000.0000");

/** An entity that no other test uses. */
export const newHost = () => `HOST-${randomBytes(8).toString("hex").toUpperCase()}`;

export const of = (host) => `entityId("${host}")`;

export function ingest(host, body = {}) {
  return events.createEvent({ body: { eventType: "CUSTOM_INFO", title: "Deployed", entitySelector: of(host), ...body } });
}

/** The call fails with this status, which the body says again, and a message or a violation about this. */
export async function refused(call, status, says) {
  const error = await call().then(
    () => assert.fail("the call was not refused"),
    (refusal) => refusal,
  );
  assert.equal(error.response?.status, status, error.stack);
  assert.equal(error.body.error.code, status);
  assert.ok(JSON.stringify(error.body).includes(says), `${JSON.stringify(error.body)} does not say ${says}`);
}
