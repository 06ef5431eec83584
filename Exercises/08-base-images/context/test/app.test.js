import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import { app } from "../server/app.js";
import { toSow } from "../src/calendar.js";

const folder = mkdtempSync(join(tmpdir(), "sowing-"));
after(() => rmSync(folder, { recursive: true }));

async function ask(server, path, options) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const response = await fetch(`http://127.0.0.1:${server.address().port}${path}`, options);
    return { status: response.status, encoding: response.headers.get("content-encoding"), text: await response.text() };
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

test("the calendar knows its seasons", () => {
  assert.deepEqual(toSow(4), ["carrots", "radishes", "courgettes", "runner beans"]);
  assert.deepEqual(toSow(11), []);
});

test("without the page it is not well", async () => {
  assert.equal((await ask(app(join(folder, "nowhere")), "/health")).status, 503);
});

test("files are served packed and plain", async () => {
  mkdirSync(join(folder, "assets"));
  for (const name of ["index.html", "assets/main.js", "assets/main.css"]) {
    writeFileSync(join(folder, name), name);
    writeFileSync(join(folder, `${name}.gz`), gzipSync(name));
  }
  assert.equal((await ask(app(folder), "/health")).status, 200);
  assert.deepEqual(await ask(app(folder), "/"), { status: 200, encoding: "gzip", text: "index.html" });
  const plain = await ask(app(folder), "/", { headers: { "Accept-Encoding": "identity" } });
  assert.deepEqual(plain, { status: 200, encoding: null, text: "index.html" });
});

test("only reading is allowed", async () => {
  assert.equal((await ask(app(folder), "/", { method: "POST" })).status, 405);
});
