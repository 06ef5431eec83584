import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { seeds } from "../src/seeds.js";
import { library } from "../src/server.js";

const server = library(seeds, () => new Date(2026, 10, 24));
let address;

before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${server.address().port}`;
});

after(() => server.close());

const get = async (path) => {
  const response = await fetch(address + path);
  return { status: response.status, body: await response.json() };
};

test("a month is answered with what can be sown", async () => {
  const { status, body } = await get("/sow?month=5");
  assert.equal(status, 200);
  assert.deepEqual(body.seeds.map((seed) => seed.name), ["Pumpkin", "Radish"]);
});

test("without a month the clock decides", async () => {
  const { body } = await get("/sow");
  assert.deepEqual(body, { month: 11, seeds: [{ name: "Winter pea", drawer: "C4" }] });
});

test("what is no month is refused", async () => {
  assert.equal((await get("/sow?month=soon")).status, 400);
});

test("it is healthy, and knows no other path", async () => {
  assert.equal((await get("/health")).status, 200);
  assert.equal((await get("/drawers")).status, 404);
});
