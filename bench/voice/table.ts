/** A Markdown table; every cell as it is to be read. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** "7 of 60, 11.7 % (5.8-22.2)": a share with its 95 % interval after Wilson. */
export function share(hits: number, of: number): string {
  const z = 1.96;
  const p = hits / of;
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  const percent = (value: number): string => (100 * Math.min(1, Math.max(0, value))).toFixed(1);
  return `${hits} of ${of}, ${percent(p)} % (${percent(middle - half)}-${percent(middle + half)})`;
}
