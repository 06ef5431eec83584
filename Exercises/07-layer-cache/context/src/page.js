import { createElement as h } from "react";

// The frame that all pages share.
function page(title, edition, ...content) {
  return h(
    "html",
    { lang: "en" },
    h(
      "head",
      null,
      h("meta", { charSet: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("title", null, title),
      h("link", { rel: "stylesheet", href: "/assets/site.css" }),
    ),
    h(
      "body",
      null,
      h("h1", null, title),
      ...content,
      h("footer", null, `Edition ${edition}`),
      h("script", { src: "/assets/site.js", defer: true }),
    ),
  );
}

// The list of all evenings. The page's script strikes out those that are over.
export function Overview({ evenings, edition }) {
  const rows = evenings.map(({ date, title }) =>
    h("li", { key: date, "data-date": date }, `${date}: `, h("a", { href: `/evenings/${date}.html` }, title)),
  );
  return page("Evenings at the observatory", edition, h("ul", null, rows));
}

// One evening: when the dome opens, and what is looked at.
export function Evening({ evening, edition }) {
  const rows = evening.objects.map((object) => h("li", { key: object }, object));
  return page(
    evening.title,
    edition,
    h("p", null, `${evening.date}, the dome opens at ${evening.opens}.`),
    h("ol", null, rows),
    h("p", null, h("a", { href: "/" }, "All evenings")),
  );
}
