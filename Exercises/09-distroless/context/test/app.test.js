import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { app } from "../src/app.js";

const folder = mkdtempSync(join(tmpdir(), "bakery-"));
const servers = [];

async function start(data) {
  const server = app(data);
  servers.push(server);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${server.address().port}`;
}

const order = (address, fields) => fetch(`${address}/orders`, { method: "POST", body: new URLSearchParams(fields) });
let address;

before(async () => {
  address = await start(folder);
});

after(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

test("orders add up", async () => {
  assert.equal((await order(address, { name: "Ada", loaf: "rye", count: "2" })).status, 201);
  assert.equal((await order(address, { name: "Ben", loaf: "rye", count: "1" })).status, 201);
  assert.deepEqual(await (await fetch(`${address}/orders`)).json(), { rye: 3, spelt: 0, walnut: 0, white: 0 });
  assert.match(await (await fetch(`${address}/`)).text(), /<th>rye<\/th><td>3<\/td>/);
});

test("what cannot be baked is refused", async () => {
  for (const fields of [{}, { name: "Cy", loaf: "cake", count: "1" }, { name: "Cy", loaf: "rye", count: "0.5" }]) {
    assert.equal((await order(address, fields)).status, 400);
  }
  assert.equal((await order(address, { name: "x".repeat(3000), loaf: "rye", count: "1" })).status, 400);
});

test("it is healthy with a folder, and not without", async () => {
  assert.equal((await fetch(`${address}/health`)).status, 200);
  assert.equal((await fetch(`${await start(join(folder, "missing"))}/health`)).status, 503);
});

test("an order book that cannot be read is an error, not an end", async () => {
  const broken = mkdtempSync(join(folder, "broken-"));
  writeFileSync(join(broken, "orders.ndjson"), "not JSON\n");
  const other = await start(broken);
  assert.equal((await fetch(`${other}/orders`)).status, 500);
  assert.equal((await fetch(`${other}/health`)).status, 200);
});
