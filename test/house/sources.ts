import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Source {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Lines, from 1, that write the type `any`. */
  readonly anyAt: readonly number[];
  readonly hasDefaultExport: boolean;
}

export interface Import {
  /** Path from the root for a file of ours, else the name of the package or `node:` module. */
  readonly to: string;
  /** Erased at run time. */
  readonly typeOnly: boolean;
}

/** Every TypeScript file in the given folders that git does not ignore, parsed. */
export function readSources(...folders: readonly string[]): ReadonlyMap<string, Source> {
  const listed = execFileSync(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...folders],
    { cwd: ROOT, encoding: "utf8" },
  );
  const paths = listed.split("\0").filter((path) => path.endsWith(".ts") && existsSync(join(ROOT, path)));
  return new Map(paths.map((path) => [path, readSource(path)]));
}

/** The files that importing `from` loads at run time, and the first road to each. */
export function reachedFrom(
  from: string,
  sources: ReadonlyMap<string, Source>,
): ReadonlyMap<string, readonly string[]> {
  const roads = new Map<string, readonly string[]>([[from, [from]]]);
  for (const [path, road] of roads) {
    for (const { to, typeOnly } of sources.get(path)?.imports ?? []) {
      if (!typeOnly && !roads.has(to)) roads.set(to, [...road, to]);
    }
  }
  return roads;
}

function readSource(path: string): Source {
  const text = readFileSync(join(ROOT, path), "utf8");
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const anyAt: number[] = [];
  let hasDefaultExport = false;
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const name = node.moduleSpecifier;
      if (name && ts.isStringLiteral(name)) imports.push({ to: resolve(path, name.text), typeOnly: isTypeOnly(node) });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [name] = node.arguments;
      if (name && ts.isStringLiteral(name)) imports.push({ to: resolve(path, name.text), typeOnly: false });
    } else if (ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword) {
      hasDefaultExport ||= ts.isExportAssignment(node) || ts.canHaveModifiers(node.parent);
    } else if (node.kind === ts.SyntaxKind.AnyKeyword) {
      anyAt.push(file.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { path, lines: text.split("\n").length - 1, imports, anyAt, hasDefaultExport };
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((it) => it.isTypeOnly);
}

function resolve(from: string, name: string): string {
  return name.startsWith(".") ? normalize(join(dirname(from), name)) : name;
}
