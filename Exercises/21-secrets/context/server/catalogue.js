import { createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

function read(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return undefined;
  }
}

// The built catalogue in a folder, and whether its signature is that of the archive.
export class Catalogue {
  constructor(folder, publicKey) {
    this.folder = folder;
    this.publicKey = createPublicKey(readFileSync(publicKey));
    this.load();
  }

  load() {
    this.text = read(new URL("catalogue.json", this.folder));
    this.signature = read(new URL("catalogue.sig", this.folder));
    this.isSigned = Boolean(this.text && this.signature && verify(null, this.text, this.publicKey, this.signature));
  }
}
