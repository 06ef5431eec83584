import assert from "node:assert/strict";
import { test } from "node:test";
import { isSown, month, sowable } from "../src/calendar.js";

test("a season holds its first and its last month", () => {
  const months = [1, 2, 3, 4, 5].filter((candidate) => isSown(candidate, [2, 4]));
  assert.deepEqual(months, [2, 3, 4]);
});

test("a season may run over the turn of the year", () => {
  const months = [10, 11, 12, 1, 2].filter((candidate) => isSown(candidate, [11, 1]));
  assert.deepEqual(months, [11, 12, 1]);
});

test("an empty drawer offers nothing, and the rest is in order", () => {
  const seeds = [
    { name: "Radish", drawer: "A2", packets: 1, sow: [3, 9] },
    { name: "Chard", drawer: "A3", packets: 2, sow: [4, 7] },
    { name: "Leek", drawer: "A4", packets: 0, sow: [3, 5] },
  ];
  assert.deepEqual(sowable(seeds, 4), [
    { name: "Chard", drawer: "A3" },
    { name: "Radish", drawer: "A2" },
  ]);
});

test("a month is a number from 1 to 12", () => {
  assert.equal(month("04"), 4);
  assert.equal(month("12"), 12);
  for (const text of ["0", "13", "May", "4.5", ""]) assert.equal(month(text), undefined, text);
});
