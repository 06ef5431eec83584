// For the desk: bundles the page after every edit, and starts the server again when it or the page has changed.
import { spawn } from "node:child_process";
import { mkdirSync, watch } from "node:fs";

const environment = process.env.APP_ENV ?? "development";
const bundle = ["src/main.jsx", "--bundle", "--jsx=automatic", "--target=es2022", "--outdir=build/assets"];
const npmBin = new URL("../node_modules/.bin", import.meta.url).pathname;

mkdirSync("build/assets", { recursive: true });
// esbuild watches for as long as its standard input is open.
const bundler = spawn("esbuild", [...bundle, `--define:APP_ENV="${environment}"`, "--watch"], {
  stdio: ["pipe", "inherit", "inherit"],
  env: { ...process.env, PATH: `${npmBin}:${process.env.PATH}` },
});
bundler.on("error", (error) => end(`esbuild does not start: ${error.message}`));

let server = null;
let waiting = null;

function restart() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    server?.kill();
    server = spawn(process.execPath, ["server/index.js"], { stdio: "inherit" });
  }, 200);
}

function end(message) {
  if (message) console.error(message);
  bundler.kill();
  server?.kill();
  process.exit(message ? 1 : 0);
}

for (const folder of ["build/assets", "server"]) watch(folder, restart);
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => end());
restart();
