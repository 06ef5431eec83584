import { timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

// Whether the request shows the token. Without a token nobody is the curator.
function isCurator(request, token) {
  const shown = Buffer.from(request.headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return token !== "" && shown.length === wanted.length && timingSafeEqual(shown, wanted);
}

export function app(catalogue, token) {
  return createServer((request, response) => {
    const [path] = request.url.split("?");
    const json = (status, value) => {
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(value));
    };

    if (path === "/reload" && request.method === "POST") {
      if (!isCurator(request, token)) return json(403, { error: "for the curator only" });
      catalogue.load();
      return json(200, { signed: catalogue.isSigned });
    }
    if (request.method !== "GET") return json(405, { error: "only for reading" });
    if (path === "/health") {
      const healthy = Boolean(catalogue.text);
      return json(healthy ? 200 : 503, { healthy, signed: catalogue.isSigned });
    }
    if (path === "/catalogue" && catalogue.text) {
      response.writeHead(200, { "Content-Type": "application/json" });
      return response.end(catalogue.text);
    }
    return json(404, { error: "nothing here" });
  });
}
