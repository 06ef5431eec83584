import { seeds } from "./seeds.js";
import { library } from "./server.js";

const port = Number(process.env.PORT ?? 8080);
const server = library(seeds);

server.listen(port, () => console.log(`seed-library: listening on port ${port}`));

// In a container this is process 1, which does not end at SIGTERM unless it says so.
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.on(signal, () => server.close(() => process.exit(0)));
}
