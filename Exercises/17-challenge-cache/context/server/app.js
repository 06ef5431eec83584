import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { departures } from "./departures.js";
import { page } from "./page.js";

const assets = { "main.js": "text/javascript", "main.css": "text/css" };

// The server of the built page in `folder`. Without the page it starts too, and says in /health that it is not well.
export function app(folder) {
  const files = new Map();
  for (const [name, type] of Object.entries(assets)) {
    try {
      files.set(`/assets/${name}`, { type, body: readFileSync(join(folder, "assets", name)) });
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
  const healthy = files.size === Object.keys(assets).length;

  return createServer((request, response) => {
    const [path] = request.url.split("?");
    const send = (status, type, body) => {
      response.writeHead(status, { "Content-Type": `${type}; charset=utf-8` });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    const file = files.get(path);

    if (request.method !== "GET" && request.method !== "HEAD") send(405, "text/plain", "Only for reading.\n");
    else if (path === "/") send(200, "text/html", page());
    else if (path === "/api/departures") send(200, "application/json", JSON.stringify(departures));
    else if (path === "/health") send(healthy ? 200 : 503, "application/json", JSON.stringify({ healthy }));
    else if (file) send(200, file.type, file.body);
    else send(404, "text/plain", "There is nothing here.\n");
  });
}
