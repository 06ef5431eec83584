import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { app } from "../server/app.js";
import { words } from "../server/words.js";

const folder = mkdtempSync(join(tmpdir(), "guide-"));
const servers = [];
let address;

async function start(path) {
  const server = app(path);
  servers.push(server);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${server.address().port}`;
}

before(async () => {
  for (const name of ["templates", "texts"]) cpSync(name, join(folder, name), { recursive: true });
  for (const name of ["search", "static"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "package.json"), '{ "version": "1.2.3" }');
  writeFileSync(join(folder, "search", "index.json"), '{ "lamp": [1, 2], "clock": [2] }');
  writeFileSync(join(folder, "static", "guide.js"), "// built\n");
  writeFileSync(join(folder, "static", "guide.css"), "/* built */\n");
  address = await start(folder);
});

after(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

test("a page in the visitor's language", async () => {
  const german = await fetch(`${address}/`, { headers: { "Accept-Language": "de-AT,de;q=0.9" } });
  assert.match(await german.text(), /<html lang="de">[^]*Das Leuchtturmmuseum/);
  assert.match(await (await fetch(`${address}/`)).text(), /<html lang="en">[^]*The lighthouse museum/);
});

test("a station is found when all words stand in it", async () => {
  assert.deepEqual(await (await fetch(`${address}/search?q=lamp`)).json(), [1, 2]);
  assert.deepEqual(await (await fetch(`${address}/search?q=Lamp%20clock`)).json(), [2]);
  assert.deepEqual(await (await fetch(`${address}/search?q=whale`)).json(), []);
});

test("a complete guide is healthy", async () => {
  const health = await fetch(`${address}/health`);
  assert.equal(health.status, 200);
  assert.deepEqual(await health.json(), { version: "1.2.3", missing: [] });
});

test("what is missing is named", async () => {
  const half = mkdtempSync(join(folder, "half-"));
  mkdirSync(join(half, "texts"));
  writeFileSync(join(half, "texts", "en.json"), '{ "title": "", "stations": [] }');
  const health = await fetch(`${await start(half)}/health`);
  assert.equal(health.status, 503);
  assert.equal((await health.json()).missing.length, 6);
  assert.equal((await fetch(`${await start(half)}/`)).status, 500);
});

test("words are the same with and without signs", () => {
  assert.deepEqual(words("The keeper's Küche!"), ["the", "keeper", "s", "küche"]);
});
