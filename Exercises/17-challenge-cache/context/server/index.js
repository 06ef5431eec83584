import { fileURLToPath } from "node:url";
import { app } from "./app.js";

const port = Number(process.env.PORT ?? 3000);
const server = app(fileURLToPath(new URL("../build", import.meta.url)));

server.listen(port, () => console.log(`harbour-board: listening on port ${port}`));

// In a container this is process 1, which does not end at SIGTERM unless it says so.
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.on(signal, () => server.close(() => process.exit(0)));
}
