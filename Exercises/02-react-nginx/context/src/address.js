import { trails } from "./trails.js";

// What an address of the site shows. The page decides this in the browser: no file has any of these names.
export function view(path) {
  if (path === "/") return { kind: "list" };
  const [, folder, id, ...rest] = path.split("/");
  const trail = folder === "trails" && rest.length === 0 ? trails.find((each) => each.id === id) : undefined;
  return trail ? { kind: "trail", trail } : { kind: "unknown" };
}
