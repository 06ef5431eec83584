import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

// The server as a container starts it, with the page that `npm run build` has made.
let server;
let address;

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

before(async () => {
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  server = spawn(process.execPath, [fileURLToPath(new URL("../../server/index.js", import.meta.url))], {
    env: { ...process.env, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(server.stdout, "data");
});

after(() => server.kill("SIGKILL"));

test("it is healthy, so the built page is there", async () => {
  assert.equal((await fetch(`${address}/health`)).status, 200);
});

test("the page names a script and a style, and both are served", async () => {
  const html = await (await fetch(`${address}/`)).text();
  const names = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]);
  assert.deepEqual(names.sort(), ["/assets/main.css", "/assets/main.js"]);
  for (const name of names) {
    const response = await fetch(address + name);
    assert.equal(response.status, 200, name);
    assert.ok((await response.text()).length > 100, name);
  }
});

test("it ends at SIGTERM, with status 0", async () => {
  server.kill("SIGTERM");
  const [status] = await once(server, "exit");
  assert.equal(status, 0);
});
