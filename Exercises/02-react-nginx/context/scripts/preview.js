// Shows build/ while working on the page. It knows nothing of caching, compression or large files: a web server does.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../build", import.meta.url));
const types = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript" };
const port = Number(process.env.PORT ?? 3000);

const server = createServer((request, response) => {
  const [path] = request.url.split("?");
  const wanted = join(folder, join("/", path));
  const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(folder, "index.html");
  if (!existsSync(file)) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" });
    response.end("There is no build/ yet: npm run build\n");
    return;
  }
  response.writeHead(200, { "Content-Type": `${types[extname(file)] ?? "application/octet-stream"}; charset=utf-8` });
  createReadStream(file).pipe(response);
});

server.listen(port, () => console.log(`trail-map: a preview on port ${port}`));
