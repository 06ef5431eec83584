import { createServer } from "node:http";
import { month, sowable } from "./calendar.js";

// The server of the library: /health, and /sow?month=4, without a month that of `today()`.
export function library(seeds, today = () => new Date()) {
  return createServer((request, response) => {
    const send = (status, body) => {
      response.writeHead(status, { "Content-Type": "application/json; charset=utf-8" });
      response.end(request.method === "HEAD" ? undefined : JSON.stringify(body) + "\n");
    };
    const [path, query] = request.url.split("?");

    if (request.method !== "GET" && request.method !== "HEAD") send(405, { error: "only for reading" });
    else if (path === "/health") send(200, { healthy: true });
    else if (path === "/sow") {
      const asked = new URLSearchParams(query).get("month");
      const wanted = asked === null ? today().getMonth() + 1 : month(asked);
      if (wanted === undefined) send(400, { error: "a month is a number from 1 to 12" });
      else send(200, { month: wanted, seeds: sowable(seeds, wanted) });
    } else send(404, { error: "no such drawer" });
  });
}
