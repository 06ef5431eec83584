// Reads texts/ and writes search/index.json: for every word the stations in which it stands, in whatever language.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { words } from "../server/words.js";

const index = {};
for (const name of readdirSync("texts")) {
  for (const { number, name: title, text } of JSON.parse(readFileSync(`texts/${name}`, "utf8")).stations) {
    for (const word of words(`${title} ${text}`)) {
      index[word] ??= [];
      if (!index[word].includes(number)) index[word].push(number);
    }
  }
}

mkdirSync("search", { recursive: true });
writeFileSync("search/index.json", JSON.stringify(index));
console.log(`${Object.keys(index).length} words`);
