import { readFileSync } from "node:fs";
import { join } from "node:path";

const needed = [
  "package.json",
  "search/index.json",
  "static/guide.css",
  "static/guide.js",
  "templates/page.html",
  "texts/de.json",
  "texts/en.json",
];

// What the guide is made of, read once. Whatever is not there is listed, and the server starts all the same.
export function load(folder) {
  const files = new Map();
  const missing = [];
  for (const name of needed) {
    try {
      files.set(name, readFileSync(join(folder, name), "utf8"));
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
      missing.push(name);
    }
  }
  return { files, missing };
}
