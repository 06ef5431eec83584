import { createElement as h } from "react";
import { renderToStaticMarkup } from "react-dom/server";

// The frame of the page. It is drawn here, on the server: this is why React is a dependency of production.
export function page() {
  const html = h(
    "html",
    { lang: "en" },
    h(
      "head",
      null,
      h("meta", { charSet: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("title", null, "Harbour board"),
      h("link", { rel: "stylesheet", href: "/assets/main.css" }),
    ),
    h(
      "body",
      null,
      h("h1", null, "Departures"),
      h("div", { id: "board" }),
      h("script", { type: "module", src: "/assets/main.js" }),
    ),
  );
  return "<!doctype html>" + renderToStaticMarkup(html);
}
