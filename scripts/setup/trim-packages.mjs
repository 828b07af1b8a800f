import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * Drops from node_modules what no run on this machine can use: about 135 MB on linux-x64.
 *
 * - @node-llama-cpp ships builds that an x64 npm also installs for other processors (they serve cross-compiling);
 * - node-llama-cpp ships llama.cpp's sources as a git bundle, for building where there is no ready build;
 * - node-linux-* ships Node's headers, manuals and npm beside the one binary;
 * - Porcupine, in both of its lines, ships its library and keywords for every system, and its WASM build four times.
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
  for (const name of ["@picovoice/porcupine-node", "porcupine-current"]) trimPorcupine(join(modules, name));
  const wasm = join(modules, "@picovoice/porcupine-web-en-worker");
  for (const part of ["dist/esm", "dist/iife/index.js", "src"]) remove(join(wasm, part));
}

/** Leaves `lib/common` and what is this system's: `linux` on a PC, `raspberry-pi` on any Linux that is not one, `mac`. */
function trimPorcupine(directory) {
  const linux = process.arch === "x64" ? "linux" : "raspberry-pi";
  const own = { linux, darwin: "mac", win32: "windows" }[process.platform];
  for (const part of ["lib", "resources/keyword_files"]) {
    for (const system of listIfThere(join(directory, part))) {
      if (system !== own && system !== "common") remove(join(directory, part, system));
    }
  }
  remove(join(directory, "test"));
}

function listIfThere(directory) {
  return existsSync(directory) ? readdirSync(directory) : [];
}

function remove(path) {
  rmSync(path, { recursive: true, force: true });
}
