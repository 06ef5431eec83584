import { createServer } from "node:http";
import { load } from "./files.js";
import { words } from "./words.js";

const types = { css: "text/css", js: "text/javascript" };
const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const html = (text) => text.replace(/[&<>"]/g, (sign) => escapes[sign]);

// The guide whose files lie in `folder`.
export function app(folder) {
  const { files, missing } = load(folder);
  const parsed = (name) => (files.has(name) ? JSON.parse(files.get(name)) : null);
  const texts = { de: parsed("texts/de.json"), en: parsed("texts/en.json") };
  const index = parsed("search/index.json");
  const version = parsed("package.json")?.version ?? "unknown";

  function page(language) {
    const guide = texts[language];
    const template = files.get("templates/page.html");
    if (!guide || !template) return null;
    const stations = guide.stations.map(
      ({ number, name, text }) => `<li value="${number}"><h2>${html(name)}</h2><p>${html(text)}</p></li>`,
    );
    const values = { language, title: html(guide.title), stations: stations.join("") };
    return template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
  }

  function search(text) {
    const [first, ...rest] = words(text).map((word) => index[word] ?? []);
    return (first ?? []).filter((number) => rest.every((numbers) => numbers.includes(number)));
  }

  function answer(path, query, language) {
    const json = (status, value) => [status, "application/json", JSON.stringify(value)];
    if (path === "/health") return json(missing.length ? 503 : 200, { version, missing });
    if (path === "/search" && index) return json(200, search(query.get("q") ?? ""));
    if (path === "/") {
      const body = page(language);
      return body ? [200, "text/html", body] : [500, "text/plain", "The guide is not complete: see /health.\n"];
    }
    const body = path.startsWith("/static/") ? files.get(path.slice(1)) : undefined;
    return body ? [200, types[path.split(".").pop()], body] : [404, "text/plain", "There is nothing here.\n"];
  }

  return createServer((request, response) => {
    const [path, query] = request.url.split("?", 2);
    const language = /^de\b/.test(request.headers["accept-language"] ?? "") ? "de" : "en";
    const reading = request.method === "GET" || request.method === "HEAD";
    const [status, type, body] = reading
      ? answer(path, new URLSearchParams(query), language)
      : [405, "text/plain", "Only for reading.\n"];
    response.writeHead(status, { "Content-Type": `${type}; charset=utf-8` });
    response.end(request.method === "HEAD" ? undefined : body);
  });
}
