import { accessSync, appendFileSync, constants, readFileSync } from "node:fs";
import { join } from "node:path";

export const loaves = ["rye", "spelt", "walnut", "white"];

// Tomorrow's orders, one JSON object a line in a file of `folder`. The folder must be there already.
export class Orders {
  constructor(folder) {
    this.folder = folder;
    this.file = join(folder, "orders.ndjson");
  }

  add({ name, loaf, count }) {
    const order = { name: name.trim(), loaf, count: Number(count) };
    if (order.name === "" || !loaves.includes(loaf) || !Number.isInteger(order.count)) return null;
    if (order.count < 1 || order.count > 20) return null;
    appendFileSync(this.file, `${JSON.stringify(order)}\n`);
    return order;
  }

  all() {
    try {
      return readFileSync(this.file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
    } catch (error) {
      if (error.code === "ENOENT") return [];
      throw error;
    }
  }

  // How many of each the oven has to make.
  sum() {
    const sum = Object.fromEntries(loaves.map((loaf) => [loaf, 0]));
    for (const { loaf, count } of this.all()) sum[loaf] += count;
    return sum;
  }

  get writable() {
    try {
      accessSync(this.folder, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  }
}
