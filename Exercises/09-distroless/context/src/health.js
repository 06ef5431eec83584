// Asks the server how it is, and ends with 0 or 1: what a HEALTHCHECK wants to know.
const address = `http://127.0.0.1:${process.env.PORT ?? 8080}/health`;

fetch(address).then(
  (response) => process.exit(response.ok ? 0 : 1),
  () => process.exit(1),
);
