import { app } from "./app.js";

const port = Number(process.env.PORT ?? 8080);
const server = app(process.env.DATA_DIR ?? "/data");

server.listen(port, () => console.log(`bakery-orders: listening on port ${port}`));

// In a container this is process 1, which does not end at SIGTERM unless it says so.
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.on(signal, () => server.close(() => process.exit(0)));
}
