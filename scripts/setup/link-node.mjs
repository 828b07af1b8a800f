import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/**
 * node_modules/.bin/node, where npm has not made it: npm 10 leaves it out when two optional packages offer a `node`, though it
 * installs only the one that fits this machine.
 */
export function linkNode(root) {
  const bin = join(root, "node_modules/.bin");
  const target = `../node-${process.platform}-${process.arch}/bin/node`;
  if (existsSync(join(bin, "node")) || !existsSync(join(bin, target))) return;
  mkdirSync(bin, { recursive: true });
  symlinkSync(target, join(bin, "node"));
}
