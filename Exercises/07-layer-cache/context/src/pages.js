import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { renderToStaticMarkup } from "react-dom/server";
import { Evening, Overview } from "./page.js";

// Writes site/index.html, and a page for each evening in programme/. EDITION ends up at the foot of every page.
const root = new URL("../", import.meta.url);
const edition = process.env.EDITION || "draft";

const evenings = readdirSync(new URL("programme/", root))
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => ({
    ...JSON.parse(readFileSync(new URL(`programme/${name}`, root), "utf8")),
    date: name.slice(0, -".json".length),
  }));
if (evenings.length === 0) throw new Error("there is no evening in programme/");

function write(path, element) {
  const file = fileURLToPath(new URL(`site/${path}`, root));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "<!doctype html>" + renderToStaticMarkup(element) + "\n");
}

write("index.html", Overview({ evenings, edition }));
for (const evening of evenings) write(`evenings/${evening.date}.html`, Evening({ evening, edition }));
console.log(`${evenings.length} evenings, edition ${edition}`);
