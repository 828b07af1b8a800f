import { describe, expect, it } from "vitest";
import { normalise, Tokenizer } from "../../../../src/intents/understand/reflex/tokenizer.ts";

const BYTES = Array.from({ length: 256 }, (_, b) => `<0x${b.toString(16).toUpperCase().padStart(2, "0")}>`);
const tok = new Tokenizer(
  [...BYTES, "t", "##e", "##n", "te", "ten", "'", "l", "a", "##l", "1", "0", "十"],
  ["t ##e", "te ##n"],
);
const words = (text: string) => tok.encode(text).map(({ start, end }) => text.slice(start, end));

describe("units", () => {
  it.each([
    ["Ten  minutes", ["Ten", "minutes"]],
    ["l'alarme", ["l", "'", "alarme"]],
    ["10min 30%", ["1", "0", "min", "3", "0", "%"]],
    ["十分钟的计时器timer", ["十", "分", "钟", "的", "计", "时", "器", "timer"]],
    ["report.pdf", ["report", ".", "pdf"]],
    ["Été à 7h", ["Été", "à", "7", "h"]],
    ["🙂 ok", ["🙂", "ok"]],
    ["", []],
    [" \t\n", []],
  ])("%j", (text, units) => {
    expect(words(text)).toEqual(units);
  });
});

it("merges inside a word, best rank first", () => {
  expect(tok.encode("ten")[0]!.ids).toEqual([tok.id("ten")]);
  expect(tok.encode("te")[0]!.ids).toEqual([tok.id("te")]);
});

it("spells what it does not know in bytes, whatever it is", () => {
  expect(tok.encode("é")[0]!.ids).toEqual([tok.id("<0xC3>"), tok.id("<0xA9>")]);
  expect(tok.encode("🙂")[0]!.ids).toEqual(["F0", "9F", "99", "82"].map((b) => tok.id(`<0x${b}>`)));
});

it("normalises without moving offsets", () => {
  for (const text of ["ＡＢＣ１２", "L’été «là»", "İstanbul ﬁn ½", "e\u0301", "\ud800 lone"])
    expect(normalise(text)).toHaveLength(text.length);
  expect(normalise("ＡＢ１ L’")).toBe("ab1 l'");
});
