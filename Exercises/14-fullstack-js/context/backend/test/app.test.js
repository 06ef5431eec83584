import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { app } from "../src/app.js";

const folder = mkdtempSync(join(tmpdir(), "shed-"));
const built = join(folder, "public");
const servers = [];

async function start(publicFolder, dataFolder) {
  const server = app(publicFolder, dataFolder);
  servers.push(server);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${server.address().port}`;
}

before(() => {
  mkdirSync(built);
  for (const name of ["index.html", "main.js", "main.css"]) writeFileSync(join(built, name), name);
});

after(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

test("a loan is kept, and shown on the slip", async () => {
  const data = join(folder, "data");
  const address = await start(built, data);
  const borrowed = await fetch(`${address}/api/tools/ladder/borrow?who=Ines`, { method: "POST" });
  assert.equal(borrowed.status, 200);
  assert.equal((await fetch(`${address}/api/tools/ladder/borrow?who=Oke`, { method: "POST" })).status, 409);
  assert.match(await (await fetch(`${address}/slip/ladder`)).text(), /is with Ines/);

  const again = await start(built, data);
  const tools = await (await fetch(`${again}/api/tools`)).json();
  assert.equal(tools.find((tool) => tool.id === "ladder").borrower, "Ines");
  await fetch(`${again}/api/tools/ladder/return`, { method: "POST" });
  assert.match(await (await fetch(`${again}/slip/ladder`)).text(), /is in the shed/);
});

test("names on a slip are text, not HTML", async () => {
  const address = await start(built, join(folder, "names"));
  await fetch(`${address}/api/tools/saw/borrow?who=${encodeURIComponent("<b>")}`, { method: "POST" });
  assert.match(await (await fetch(`${address}/slip/saw`)).text(), /is with &lt;b&gt;/);
});

test("it is healthy with a page and a folder to write to, and not without", async () => {
  assert.equal((await fetch(`${await start(built, join(folder, "new"))}/health`)).status, 200);
  assert.equal((await fetch(`${await start(join(folder, "none"), folder)}/health`)).status, 503);
});

test("without the right to write nothing is lent", { skip: process.getuid() === 0 }, async () => {
  const closed = join(folder, "closed");
  mkdirSync(closed);
  chmodSync(closed, 0o555);
  const address = await start(built, closed);
  assert.equal((await fetch(`${address}/health`)).status, 503);
  assert.equal((await fetch(`${address}/api/tools/drill/borrow?who=Ines`, { method: "POST" })).status, 507);
});

test("what does not exist is refused", async () => {
  const address = await start(built, join(folder, "other"));
  assert.equal((await fetch(`${address}/`)).status, 200);
  assert.equal((await fetch(`${address}/nothing`)).status, 404);
  assert.equal((await fetch(`${address}/slip/spoon`)).status, 404);
  assert.equal((await fetch(`${address}/api/tools/ladder/borrow`, { method: "POST" })).status, 400);
  assert.equal((await fetch(`${address}/api/tools/ladder/borrow?who=Ines`)).status, 405);
});
