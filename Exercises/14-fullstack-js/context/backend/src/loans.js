import { accessSync, constants, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Who has borrowed what, kept in one file of `folder`. The folder may be missing as long as it can be made.
export class Loans {
  constructor(folder) {
    this.folder = folder;
    this.file = join(folder, "loans.json");
    this.borrowers = new Map();
    try {
      this.borrowers = new Map(Object.entries(JSON.parse(readFileSync(this.file, "utf8"))));
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }

  borrower(tool) {
    return this.borrowers.get(tool) ?? null;
  }

  // Nothing is lent unless it is written down: a full disk or a folder of someone else's must not lose a ladder.
  set(tool, who) {
    const next = new Map(this.borrowers);
    if (who === null) next.delete(tool);
    else next.set(tool, who);
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(`${this.file}.new`, JSON.stringify(Object.fromEntries(next)));
    renameSync(`${this.file}.new`, this.file);
    this.borrowers = next;
  }

  get writable() {
    try {
      mkdirSync(this.folder, { recursive: true });
      accessSync(this.folder, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  }
}
