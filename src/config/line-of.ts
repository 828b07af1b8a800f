/**
 * The line (from 1) on which a key of a TOML text stands, for error messages. Understands tables and dotted keys written on one line; the
 * line of the nearest table where the key itself is not found, undefined where nothing is.
 */
export function lineOf(toml: string, path: readonly PropertyKey[]): number | undefined {
  const wanted = path.filter((part) => typeof part !== "number").map(String);
  let table: readonly string[] = [];
  let best: { line: number; depth: number } | undefined;
  for (const [index, text] of toml.split("\n").entries()) {
    const header = /^\s*\[{1,2}\s*([^\]]+?)\s*\]{1,2}/.exec(text);
    const key = /^\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=/.exec(text);
    if (header) table = parts(header[1]!);
    const here = header ? table : key ? [...table, ...parts(key[1]!)] : [];
    const fits = here.length > 0 && here.length <= wanted.length && here.every((part, depth) => part === wanted[depth]);
    if (fits && here.length > (best?.depth ?? 0)) best = { line: index + 1, depth: here.length };
  }
  return best?.line;
}

function parts(key: string): readonly string[] {
  return [...key.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}
