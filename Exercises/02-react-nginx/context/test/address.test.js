import assert from "node:assert/strict";
import { test } from "node:test";
import { view } from "../src/address.js";
import { hours, trails } from "../src/trails.js";

test("the root shows the list", () => {
  assert.deepEqual(view("/"), { kind: "list" });
});

test("every trail has an address", () => {
  for (const trail of trails) assert.deepEqual(view(`/trails/${trail.id}`), { kind: "trail", trail });
});

test("other addresses are unknown", () => {
  for (const path of ["/trails", "/trails/moon", "/trails/heron-loop/map", "/heron-loop"]) {
    assert.deepEqual(view(path), { kind: "unknown" });
  }
});

test("climbing takes its time", () => {
  assert.equal(hours({ kilometres: 8, climb: 0 }), 2);
  assert.equal(hours({ kilometres: 8, climb: 400 }), 3);
});
