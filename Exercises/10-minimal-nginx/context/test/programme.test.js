import assert from "node:assert/strict";
import { test } from "node:test";
import { nextShow } from "../src/programme.js";

const next = (...when) => nextShow(new Date(...when)).show.title;

test("in the afternoon the evening show is next", () => {
  assert.equal(next(2026, 10, 24, 15, 0), "The Sky Tonight");
});

test("on a Monday it is Tuesday's", () => {
  const { show, at } = nextShow(new Date(2026, 10, 23, 12, 0));
  assert.equal(show.title, "The Sky Tonight");
  assert.equal(at.getDay(), 2);
});

test("a show that has just begun is not next", () => {
  assert.equal(next(2026, 10, 28, 11, 0), "Saturn and Its Moons");
  assert.equal(next(2026, 10, 28, 10, 59), "Stars for Small People");
});
