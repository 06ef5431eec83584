import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { app } from "../server/app.js";

const folder = mkdtempSync(join(tmpdir(), "harbour-"));
let server;
let address;

async function start(build) {
  const started = app(build);
  await new Promise((resolve) => started.listen(0, "127.0.0.1", resolve));
  return started;
}

before(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets", "main.js"), "// built\n");
  writeFileSync(join(folder, "assets", "main.css"), "/* built */\n");
  server = await start(folder);
  address = `http://127.0.0.1:${server.address().port}`;
});

after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test("the page loads what was built", async () => {
  assert.match(await (await fetch(`${address}/`)).text(), /^<!doctype html><html.*src="\/assets\/main\.js"/);
  assert.equal(await (await fetch(`${address}/assets/main.js`)).text(), "// built\n");
});

test("the departures are JSON", async () => {
  const departures = await (await fetch(`${address}/api/departures`)).json();
  assert.ok(departures.every((departure) => departure.time && departure.to));
});

test("it is healthy with a built page, and not without", async () => {
  assert.equal((await fetch(`${address}/health`)).status, 200);
  const bare = await start(join(folder, "missing"));
  assert.equal((await fetch(`http://127.0.0.1:${bare.address().port}/health`)).status, 503);
  bare.close();
});

test("other paths and methods are refused", async () => {
  assert.equal((await fetch(`${address}/../package.json`)).status, 404);
  assert.equal((await fetch(`${address}/`, { method: "POST" })).status, 405);
});
