// What `npm start`, `npm test` and `npm ci` need before anything else can run, on a machine with Node >= 20 and npm.
// Plain JavaScript without dependencies: it runs before there are any, on a Node that may be too old for the rest.
//
//   node scripts/setup.mjs          packages are there, and so is Node 24 (before `npm start`)
//   node scripts/setup.mjs --test   the same with the packages for tests, and Debian's programs (before `npm test`)
//   node scripts/setup.mjs --trim   after an install by npm itself: drop what this machine cannot use, link its Node
import { fileURLToPath } from "node:url";
import { installDebianPackages } from "./setup/debian-packages.mjs";
import { linkNode } from "./setup/link-node.mjs";
import { checkNode } from "./setup/node-version.mjs";
import { installPackages } from "./setup/npm-packages.mjs";
import { isUpToDate, writeStamp } from "./setup/stamp.mjs";
import { trimPackages } from "./setup/trim-packages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const forTests = process.argv.includes("--test");

try {
  if (process.argv.includes("--trim")) {
    trimPackages(root);
    linkNode(root);
  } else {
    if (!isUpToDate(root, { forTests })) {
      installPackages(root, { forTests });
      trimPackages(root);
      linkNode(root);
      checkNode(root);
      writeStamp(root, { forTests });
    }
    if (forTests) installDebianPackages(root);
  }
} catch (error) {
  process.stderr.write(`saysh setup: ${error.message}\n`);
  process.exitCode = 1;
}
