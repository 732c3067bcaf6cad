import { randomUUID } from "node:crypto";
import { rejects } from "node:assert/strict";
import { client, v1, v2 } from "@datadog/datadog-api-client";

const url = new URL(process.env.TOCSIN_URL);

/** A client that is pointed at Tocsin, with this key. */
function configuration(key) {
  const settings = client.createConfiguration({ serverIndex: 1, authMethods: { apiKeyAuth: key, appKeyAuth: key } });
  settings.setServerVariables({ protocol: url.protocol.slice(0, -1), name: url.host });
  return settings;
}

const known = configuration(process.env.TOCSIN_KEY);
const unknown = configuration("0".repeat(32));

export const eventsV1 = new v1.EventsApi(known);
export const eventsV2 = new v2.EventsApi(known);
export const authentication = new v1.AuthenticationApi(known);

/** Somebody whose key nobody knows. */
export const strangerV1 = new v1.EventsApi(unknown);
export const strangerV2 = new v2.EventsApi(unknown);

export const now = Math.floor(Date.now() / 1000);

/** A tag that no other test uses. */
export const newMark = () => `run:${randomUUID()}`;

export async function post(mark, fields = {}) {
  const { tags = [], ...others } = fields;
  const body = { title: "Disk full", text: "/var is at 99 %", tags: [mark, ...tags], ...others };
  return (await eventsV1.createEvent({ body })).event;
}

/** Posts events of the last seconds, newest first, and answers their titles. */
export async function postSeries(mark, count) {
  const titles = [];
  for (let n = 0; n < count; n++) {
    titles.push((await post(mark, { title: `event ${n}`, dateHappened: now - n })).title);
  }
  return titles;
}

export async function inParallel(count, job) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const n = next++;
      results[n] = await job(n);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return results;
}

/** The call is answered by this status, and its body says so. */
export function refused(call, status, says) {
  return rejects(call, (error) => error.code === status && JSON.stringify(error.body).includes(says) ? true : fail(error));
}

function fail(error) {
  throw new Error(`refused in another way: ${error.code} ${JSON.stringify(error.body)} ${error.stack}`);
}
