import { createElement as h } from "react";
import { renderToStaticMarkup } from "react-dom/server";

// The slip that hangs on the empty hook. It is drawn here, on the server: React is a dependency of production.
export function slip(tool, borrower) {
  const place = borrower ? `is with ${borrower}` : "is in the shed";
  const body = h("body", null, h("h1", null, tool.name), h("p", null, place));
  const head = h("head", null, h("meta", { charSet: "utf-8" }), h("title", null, tool.name));
  return "<!doctype html>" + renderToStaticMarkup(h("html", { lang: "en" }, head, body));
}
