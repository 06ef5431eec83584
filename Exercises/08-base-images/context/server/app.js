import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const pages = {
  "/": ["index.html", "text/html; charset=utf-8"],
  "/assets/main.js": ["assets/main.js", "text/javascript"],
  "/assets/main.css": ["assets/main.css", "text/css"],
};

// The server of the page in `folder`. It reads the packed copies, which `make site` leaves beside the files. Without
// them it starts too, and says in /health that it is not well.
export function app(folder) {
  const files = new Map();
  for (const [address, [name, type]] of Object.entries(pages)) {
    try {
      const plain = readFileSync(join(folder, name));
      files.set(address, { type, plain, packed: readFileSync(join(folder, `${name}.gz`)) });
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
  const healthy = files.size === Object.keys(pages).length;

  return createServer((request, response) => {
    const [address] = request.url.split("?");
    const file = files.get(address);
    const send = (status, headers, body) => {
      response.writeHead(status, headers);
      response.end(request.method === "HEAD" ? undefined : body);
    };

    if (request.method !== "GET" && request.method !== "HEAD") {
      send(405, { "Content-Type": "text/plain" }, "Only for reading.\n");
    } else if (address === "/health") {
      send(healthy ? 200 : 503, { "Content-Type": "application/json" }, JSON.stringify({ healthy }));
    } else if (!file) {
      send(404, { "Content-Type": "text/plain" }, "There is nothing here.\n");
    } else if (/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
      send(200, { "Content-Type": file.type, "Content-Encoding": "gzip", Vary: "Accept-Encoding" }, file.packed);
    } else {
      send(200, { "Content-Type": file.type, Vary: "Accept-Encoding" }, file.plain);
    }
  });
}
