"""Two pictures side by side as one SVG file: loss against tokens by size, and exact plans against loss. No library: the shell's repository needs none for it."""
import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT, PAD = 460, 330, 52
COLOURS = ["#4c72b0", "#dd8452", "#55a868", "#8172b3", "#937860", "#da8bc3", "#8c8c8c"]
OUTCOME = "#c44e52"


class Panel:
    """A picture with a scale per axis, `log` or straight; points outside its ranges are not drawn."""

    def __init__(self, left, title, x, y, x_range, y_range, x_log=False, y_log=False):
        self.left, self.x_range, self.y_range, self.x_log, self.y_log = left, x_range, y_range, x_log, y_log
        self.parts = [
            f'<rect x="{left + PAD}" y="{PAD}" width="{WIDTH - PAD - 12}" height="{HEIGHT - 2 * PAD}" fill="none" stroke="#999"/>',
            text(left + PAD, PAD - 16, title, size=13, weight="bold"),
            text(left + (WIDTH + PAD) / 2, HEIGHT - 12, x, anchor="middle"),
            f'<g transform="rotate(-90 {left + 14} {HEIGHT / 2})">{text(left + 14, HEIGHT / 2, y, anchor="middle")}</g>',
        ]
        for v in ticks(x_range, x_log):
            self.parts += [f'<path d="M{self.x(v):.1f} {HEIGHT - PAD}v4" stroke="#999"/>', text(self.x(v), HEIGHT - PAD + 16, number(v), anchor="middle", size=10)]
        for v in ticks(y_range, y_log):
            self.parts += [f'<path d="M{left + PAD} {self.y(v):.1f}h-4" stroke="#999"/>', text(left + PAD - 6, self.y(v) + 3, number(v), anchor="end", size=10)]

    def x(self, v):
        return self.left + PAD + (WIDTH - PAD - 12) * place(v, self.x_range, self.x_log)

    def y(self, v):
        return HEIGHT - PAD - (HEIGHT - 2 * PAD) * place(v, self.y_range, self.y_log)

    def inside(self, x, y):
        return self.x_range[0] <= x <= self.x_range[1] and self.y_range[0] <= y <= self.y_range[1]

    def line(self, points, colour, dashes="none"):
        there = [(x, y) for x, y in points if self.inside(x, y)]
        path = " ".join(f"{self.x(x):.1f},{self.y(y):.1f}" for x, y in there)
        self.parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.3" stroke-dasharray="{dashes}"/>')

    def dot(self, x, y, colour, title="", hollow=False, size=3.5):
        if self.inside(x, y):
            fill = f'fill="white" stroke="{colour}" stroke-width="1.6"' if hollow else f'fill="{colour}"'
            self.parts.append(f'<circle cx="{self.x(x):.1f}" cy="{self.y(y):.1f}" r="{size}" {fill}><title>{escape(title)}</title></circle>')

    def bar(self, x, low, high, colour, level):
        low, high = max(low, self.y_range[0]), min(high, self.y_range[1])
        self.parts.append(f'<path d="M{self.x(x):.1f} {self.y(low):.1f}V{self.y(high):.1f}" stroke="{colour}" stroke-width="5" stroke-opacity="0.45"><title>{escape(level)}</title></path>')

    def legend(self, entries, right=False):
        x = self.left + (WIDTH - 150 if right else PAD + 12)
        for i, (name, colour) in enumerate(entries):
            y = PAD + 16 + 15 * i
            self.parts += [f'<circle cx="{x}" cy="{y - 4}" r="3.5" fill="{colour}"/>', text(x + 8, y, name, size=10)]


def svg(panels):
    body = "\n".join(p for panel in panels for p in panel.parts)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH * len(panels)}" height="{HEIGHT}" font-family="sans-serif">\n'
            f'<rect width="100%" height="100%" fill="white"/>\n{body}\n</svg>\n')


def text(x, y, words, anchor="start", size=11, weight="normal"):
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" fill="#222">{escape(words)}</text>'


def place(v, span, log):
    low, high = span
    return math.log(v / low) / math.log(high / low) if log else (v - low) / (high - low)


def ticks(span, log):
    low, high = span
    if log:
        return [m * 10 ** e for e in range(-4, 6) for m in (1, 2, 5) if low <= m * 10 ** e <= high * 1.0001]
    step = next(s for s in (0.05, 0.1, 0.2, 0.5, 1) if (high - low) / s <= 8)
    return [round(i * step, 6) for i in range(math.ceil(low / step), int(high / step + 1e-6) + 1)]


def number(v):
    return f"{v:g}"
