const levels = ["debug", "info", "warn", "error"];

// Writes messages of `level` and above, one JSON object a line. An unknown level is a mistake that must not go unseen.
export function logger(level = "info", write = (line) => process.stdout.write(line)) {
  const least = levels.indexOf(level);
  if (least < 0) throw new Error(`LOG_LEVEL is ${level}, which is none of ${levels.join(", ")}`);
  const at = (index) => (message, details = {}) => {
    if (index >= least) write(`${JSON.stringify({ level: levels[index], message, ...details })}\n`);
  };
  return Object.fromEntries(levels.map((name, index) => [name, at(index)]));
}
