import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { Loans } from "./loans.js";
import { slip } from "./slip.js";
import { tools } from "./tools.js";

const page = { "/": "index.html", "/main.js": "main.js", "/main.css": "main.css" };
const types = { html: "text/html", js: "text/javascript", css: "text/css" };

// The server of the built page in `publicFolder`, with its loans in `dataFolder`. What is missing shows in /health.
export function app(publicFolder, dataFolder) {
  const loans = new Loans(dataFolder);
  const files = new Map();
  for (const [path, name] of Object.entries(page)) {
    try {
      files.set(path, { type: types[name.split(".").pop()], body: readFileSync(join(publicFolder, name)) });
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }

  const list = () => tools.map((tool) => ({ ...tool, borrower: loans.borrower(tool.id) }));

  function answer(method, path, query) {
    if (path === "/health") {
      const health = { page: files.size === Object.keys(page).length, data: loans.writable };
      return [health.page && health.data ? 200 : 503, "application/json", JSON.stringify(health)];
    }
    const json = (status, value) => [status, "application/json", JSON.stringify(value)];
    const [, section, subject, id, verb] = /^\/(api|slip)\/([^/]+)(?:\/([^/]+)\/([^/]+))?$/.exec(path) ?? [];

    if (section === "api" && subject === "tools" && id === undefined) {
      return method === "GET" ? json(200, list()) : json(405, { error: "Only for reading." });
    }
    if (section === "api" && subject === "tools") {
      const tool = tools.find((each) => each.id === id);
      if (!tool || !["borrow", "return"].includes(verb)) return json(404, { error: "There is no such thing." });
      if (method !== "POST") return json(405, { error: "Only by POST." });
      const who = verb === "borrow" ? (query.get("who") ?? "").trim() : null;
      if (who === "") return json(400, { error: "Who are you?" });
      if (who !== null && loans.borrower(id)) return json(409, { error: `${tool.name} is with someone.` });
      try {
        loans.set(id, who);
      } catch {
        return json(507, { error: "The loan could not be written down." });
      }
      return json(200, list());
    }
    if (method !== "GET") return [405, "text/plain", "Only for reading.\n"];
    const tool = section === "slip" && id === undefined ? tools.find((each) => each.id === subject) : undefined;
    if (tool) return [200, "text/html", slip(tool, loans.borrower(tool.id))];
    const file = files.get(path);
    return file ? [200, file.type, file.body] : [404, "text/plain", "There is nothing here.\n"];
  }

  return createServer((request, response) => {
    const [path, query] = request.url.split("?", 2);
    const method = request.method === "HEAD" ? "GET" : request.method;
    const [status, type, body] = answer(method, path, new URLSearchParams(query));
    response.writeHead(status, { "Content-Type": `${type}; charset=utf-8` });
    response.end(request.method === "HEAD" ? undefined : body);
  });
}
