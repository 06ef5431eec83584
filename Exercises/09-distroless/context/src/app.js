import { createServer } from "node:http";
import { Orders } from "./orders.js";
import { page } from "./page.js";

const largest = 2000;

async function form(request) {
  let text = "";
  for await (const part of request) {
    text += part;
    if (text.length > largest) return null;
  }
  return Object.fromEntries(new URLSearchParams(text));
}

// The bakery's server, with its orders in `folder`.
export function app(folder) {
  const orders = new Orders(folder);

  async function answer(request) {
    const [path] = request.url.split("?");
    const json = (status, value) => [status, "application/json", JSON.stringify(value)];
    if (request.method === "POST" && path === "/orders") {
      const { name = "", loaf, count } = (await form(request)) ?? {};
      const order = orders.add({ name, loaf, count });
      return order ? json(201, order) : json(400, { error: "Such an order cannot be baked." });
    }
    if (request.method !== "GET" && request.method !== "HEAD") return json(405, { error: "Only GET and POST." });
    switch (path) {
      case "/": return [200, "text/html", page(orders.sum())];
      case "/orders": return json(200, orders.sum());
      case "/health": return json(orders.writable ? 200 : 503, { writable: orders.writable });
      default: return json(404, { error: "There is nothing here." });
    }
  }

  return createServer((request, response) => {
    answer(request)
      .catch((error) => {
        console.error(error.message);
        return [500, "application/json", JSON.stringify({ error: "The order book cannot be read or written." })];
      })
      .then(([status, type, body]) => {
        response.writeHead(status, { "Content-Type": `${type}; charset=utf-8` });
        response.end(request.method === "HEAD" ? undefined : body);
      });
  });
}
