type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element of SVG 1.1. Attributes and text are escaped; children are elements already. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escape(typeof value === "number" ? short(value) : value)}"`]))
    .join("");
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("\n")}</${name}>`;
}

export const text = (x: number, y: number, words: string, attributes: Attributes = {}): string =>
  element("text", { x, y, ...attributes }, [escape(words)]);

export const line = (x1: number, y1: number, x2: number, y2: number, attributes: Attributes): string =>
  element("line", { x1, y1, x2, y2, ...attributes });

/** What is told where the pointer rests; a child of the element that it speaks of. */
export const hint = (words: string): string => element("title", {}, [escape(words)]);

/** A whole document; `title` is what a screen reader says of it. */
export function svgDocument(width: number, height: number, title: string, children: readonly string[]): string {
  const root = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "font-family": "system-ui, sans-serif",
      "font-size": 13,
    },
    [hint(title), ...children],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** Text for XML, without the control characters that XML cannot hold. */
function escape(words: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "").replace(/[&<>"]/g, (sign) => entities[sign]!);
}

const short = (value: number) => String(Math.round(value * 100) / 100);
