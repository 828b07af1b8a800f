import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * Drops from node_modules what no run on this machine can use: about 120 MB on linux-x64.
 *
 * - @node-llama-cpp ships builds that an x64 npm also installs for other processors (they serve cross-compiling);
 * - node-llama-cpp ships llama.cpp's sources as a git bundle, for building where there is no ready build;
 * - node-linux-* ships Node's headers, manuals and npm beside the one binary.
 */
export function trimPackages(root) {
  const modules = join(root, "node_modules");
  const build = `${process.platform}-${process.arch}`;
  for (const name of listIfThere(join(modules, "@node-llama-cpp"))) {
    if (name !== build) remove(join(modules, "@node-llama-cpp", name));
  }
  if (existsSync(join(modules, "@node-llama-cpp", build, "bins"))) {
    remove(join(modules, "node-llama-cpp/llama/gitRelease.bundle"));
  }
  for (const part of ["include", "lib", "share", "CHANGELOG.md"]) remove(join(modules, `node-${build}`, part));
}

function listIfThere(directory) {
  return existsSync(directory) ? readdirSync(directory) : [];
}

function remove(path) {
  rmSync(path, { recursive: true, force: true });
}
