// Writes file.gz beside every page, script and style sheet of a folder. Done once, at the highest level, so that the
// server need not do it at every request.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { constants, gzipSync } from "node:zlib";

const folder = process.argv[2] ?? "build";

for (const name of readdirSync(folder).filter((each) => /\.(html|js|css)$/.test(each))) {
  const path = join(folder, name);
  const plain = readFileSync(path);
  const small = gzipSync(plain, { level: constants.Z_BEST_COMPRESSION });
  if (small.length < plain.length) writeFileSync(`${path}.gz`, small);
  console.log(`${name}: ${plain.length} bytes, compressed ${small.length}`);
}
