import { fileURLToPath } from "node:url";
import { app } from "./app.js";

// Seen from dist/server.js: public/ and data/ lie beside dist/.
const beside = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const port = Number(process.env.PORT ?? 3000);
const server = app(beside("public"), beside("data"));

server.listen(port, () => console.log(`tool-shed: listening on port ${port}`));

// In a container this is process 1, which does not end at SIGTERM unless it says so.
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.on(signal, () => server.close(() => process.exit(0)));
}
