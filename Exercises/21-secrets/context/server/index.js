import { readFileSync } from "node:fs";
import { app } from "./app.js";
import { Catalogue } from "./catalogue.js";

// A token for the curator, given when the container starts: as a variable, or as a file that a variable names.
function adminToken({ ADMIN_TOKEN, ADMIN_TOKEN_FILE }) {
  return ADMIN_TOKEN ?? (ADMIN_TOKEN_FILE ? readFileSync(ADMIN_TOKEN_FILE, "utf8").trim() : "");
}

const port = Number(process.env.PORT ?? 3000);
const catalogue = new Catalogue(new URL("../dist/", import.meta.url), new URL("signing.pub", import.meta.url));
const server = app(catalogue, adminToken(process.env));

server.listen(port, () => console.log(`birdsong-archive: listening on port ${port}, signed: ${catalogue.isSigned}`));

// In a container this is process 1, which does not end at SIGTERM unless it says so.
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.on(signal, () => server.close(() => process.exit(0)));
}
