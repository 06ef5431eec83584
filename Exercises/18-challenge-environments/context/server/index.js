import { fileURLToPath } from "node:url";
import { app } from "./app.js";
import { logger } from "./log.js";

const port = Number(process.env.PORT ?? 3000);
const log = logger(process.env.LOG_LEVEL);
const server = app(fileURLToPath(new URL("../build", import.meta.url)), log);

server.listen(port, () => log.info("harbour-board is listening", { port, mode: process.env.NODE_ENV ?? "none" }));

// In a container this is process 1, which does not end at SIGTERM unless it says so.
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.on(signal, () => server.close(() => process.exit(0)));
}
