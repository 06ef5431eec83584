// Makes dist/: the catalogue of all recordings, and its signature.
//
// The signing key is encrypted, so it may lie in the repository. Its password is the secret. It is read from
// /run/secrets/signing-password, where a secret mount shows it, or from SIGNING_PASSWORD. Without either the
// catalogue stays unsigned, which will do on a desk.
import { createPrivateKey, sign } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const secret = "/run/secrets/signing-password";

export function password(file, environment) {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return environment.SIGNING_PASSWORD ?? "";
  }
}

export function publish(root, words) {
  const folder = new URL("recordings/", root);
  const recordings = readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
  const catalogue = Buffer.from(JSON.stringify({ recordings }, null, 2) + "\n");

  const dist = new URL("dist/", root);
  mkdirSync(dist, { recursive: true });
  writeFileSync(new URL("catalogue.json", dist), catalogue);
  if (!words) return false;
  const key = createPrivateKey({ key: readFileSync(new URL("keys/signing.pem", root)), passphrase: words });
  writeFileSync(new URL("catalogue.sig", dist), sign(null, catalogue, key));
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = new URL("../", import.meta.url);
  const isSigned = publish(root, password(secret, process.env));
  console.log(`birdsong-archive: ${isSigned ? "signed" : "UNSIGNED"} catalogue in ${fileURLToPath(root)}dist`);
}
