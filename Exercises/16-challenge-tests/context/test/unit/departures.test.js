import assert from "node:assert/strict";
import { test } from "node:test";
import { departures } from "../../server/departures.js";

test("departures are in order, with a time of day each", () => {
  const times = departures.map((departure) => departure.time);
  for (const time of times) assert.match(time, /^([01]\d|2[0-3]):[0-5]\d$/);
  assert.deepEqual(times, [...times].sort());
});

test("no two ferries leave from one pier at the same time", () => {
  const places = departures.map(({ time, pier }) => `${time} pier ${pier}`);
  assert.equal(new Set(places).size, places.length);
});
