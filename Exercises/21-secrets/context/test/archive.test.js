import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { password, publish } from "../scripts/publish.js";
import { app } from "../server/app.js";
import { Catalogue } from "../server/catalogue.js";

const folder = mkdtempSync(join(tmpdir(), "birdsong-"));
after(() => rmSync(folder, { recursive: true }));
const root = pathToFileURL(`${folder}/`);
for (const name of ["recordings", "keys"]) cpSync(name, join(folder, name), { recursive: true });
const publicKey = new URL("../server/signing.pub", import.meta.url);

async function ask(server, path, options) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const response = await fetch(`http://127.0.0.1:${server.address().port}${path}`, options);
    return { status: response.status, body: await response.json() };
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

test("without a password the catalogue is unsigned", async () => {
  assert.equal(publish(root, ""), false);
  const catalogue = new Catalogue(new URL("dist/", root), publicKey);
  assert.deepEqual(await ask(app(catalogue, ""), "/health"), { status: 200, body: { healthy: true, signed: false } });
});

test("with it the signature is the archive's", async () => {
  assert.equal(publish(root, "practice-only"), true);
  const catalogue = new Catalogue(new URL("dist/", root), publicKey);
  assert.equal(catalogue.isSigned, true);
  const { body } = await ask(app(catalogue, ""), "/catalogue");
  assert.deepEqual(body.recordings.map((one) => one.species), ["Blackbird", "Nightingale", "Wren"]);
});

test("a wrong password stops the build", () => {
  assert.throws(() => publish(root, "guessed"));
});

test("the password comes from a file, or from the environment", () => {
  const file = join(folder, "secret");
  assert.equal(password(file, { SIGNING_PASSWORD: "from the environment" }), "from the environment");
  writeFileSync(file, "from a file\n");
  assert.equal(password(file, {}), "from a file");
});

test("only the curator reloads, and nobody does without a token", async () => {
  const catalogue = new Catalogue(new URL("dist/", root), publicKey);
  const reload = async (token, shown) => {
    const options = { method: "POST", headers: { Authorization: `Bearer ${shown}` } };
    return (await ask(app(catalogue, token), "/reload", options)).status;
  };
  assert.equal(await reload("owl", "owl"), 200);
  assert.equal(await reload("lark", "owl"), 403);
  assert.equal(await reload("", ""), 403);
});
