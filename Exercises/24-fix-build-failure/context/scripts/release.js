// Writes down which release this is: RELEASE=2026.11 node scripts/release.js src/release.json
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

export function release({ RELEASE = "" }) {
  if (!/^\d{4}\.\d{1,2}$/.test(RELEASE)) {
    throw new Error(`release: RELEASE is ${RELEASE === "" ? "not set" : `"${RELEASE}"`}, and should be like 2026.11`);
  }
  return RELEASE;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    writeFileSync(process.argv[2], JSON.stringify({ release: release(process.env) }));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
