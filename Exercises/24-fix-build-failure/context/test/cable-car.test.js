import assert from "node:assert/strict";
import { test } from "node:test";
import { release } from "../scripts/release.js";
import { next } from "../src/next.js";

test("the next cabin is the first that has not left", () => {
  assert.equal(next([450, 465, 480], 451), "07:45");
  assert.equal(next([450], 450), "07:30");
  assert.equal(next([450], 451), undefined);
});

test("a release has a year and a month", () => {
  assert.equal(release({ RELEASE: "2026.11" }), "2026.11");
  assert.throws(() => release({}), /not set/);
  assert.throws(() => release({ RELEASE: "latest" }), /"latest"/);
});
