import { describe, expect, test } from "vitest";
import { MODEL_TABLE } from "../../src/models/model-table.ts";
import { type Candidate, knownCandidate, LOCAL_ANSWER, recommend } from "../../src/models/recommend.ts";

const GB = 1e9;
const SPEED = { multiplyAddsPerSecond: 2e11, bytesPerSecond: 1e10, answerMs: 5 };
const LIMITS = { memoryBytes: 4 * GB, latencyMs: 10_000, languages: ["en", "fr", "zh"] };
const reflex = (name: string, given: Partial<Candidate> = {}) => candidate({ name, role: "reflex", residentBytes: 5e6, answerMs: 5, ...given });
const local = (name: string, parameters: number, given: Partial<Candidate> = {}) =>
  candidate({ name, role: "local", parameters, fileBytes: parameters * 0.6, ...given });

describe("the reflex model", () => {
  test("is the densest measured one that fits", () => {
    const all = [reflex("old", { density: 9 }), reflex("new", { density: 14 }), reflex("big", { density: 20, residentBytes: 9 * GB }), reflex("unmeasured")];
    expect(pickOf("reflex", all)).toMatchObject({ pick: { name: "new" }, why: "3 of 4 fit; it is the densest measured one" });
  });

  test("that is not measured is told to be", () => {
    expect(pickOf("reflex", [reflex("one")]).why).toBe("1 of 1 fit; measure it with saysh density");
  });
});

describe("the local model", () => {
  test.each<[string, readonly Candidate[], Partial<typeof LIMITS>, string | undefined]>([
    ["the largest that fits", [local("1", 1e9), local("2", 2e9), local("9", 9e9)], {}, "2"],
    ["of memory", [local("1", 1e9), local("2", 2e9)], { memoryBytes: GB }, "1"],
    ["of time", [local("1", 1e9), local("2", 2e9)], { latencyMs: 5000 }, "1"],
    ["languages go before size", [local("three", 1e9), local("one", 2e9, { languages: ["en"] })], {}, "three"],
    ["size alone where the person speaks one", [local("three", 1e9), local("one", 2e9, { languages: ["en"] })], { languages: ["en"] }, "one"],
    ["installed before to be had", [local("far", 1e9), local("near", 1e9, { isInstalled: true })], {}, "near"],
    ["none", [local("2", 2e9)], { memoryBytes: 1e6 }, undefined],
  ])("%s", (_, candidates, limits, name) => {
    expect(pickOf("local", candidates, limits).pick?.name).toBe(name);
  });

  test("is estimated by arithmetic for what it reads, by memory for what it writes where that is slower", () => {
    const slowMemory = { ...SPEED, bytesPerSecond: 1e9 };
    const { pick } = recommend([local("1", 1e9)], slowMemory, { ...LIMITS, latencyMs: 1e6 }).find(({ role }) => role === "local")!;
    expect(pick!.takesMs).toBeCloseTo(1000 * (LOCAL_ANSWER.read * (1e9 / 2e11) + LOCAL_ANSWER.written * (0.6e9 / 1e9)), 0);
  });

  test("that is too much says of what, and what would do", () => {
    const { why, others } = pickOf("local", [local("1", 1e9), local("9", 9e9)], { latencyMs: 100 });
    expect(why).toBe("none of 2 fits: 1 need more memory, 2 take longer; with --latency 4400 1 would do");
    expect(others.map(({ tooMuch }) => tooMuch)).toEqual([["latency"], ["memory", "latency"]]);
  });
});

describe("the table of models", () => {
  test("tells facts in their form, small before large", () => {
    for (const model of MODEL_TABLE) {
      expect(model.url).toMatch(/^https:\/\/huggingface\.co\/[\w.-]+\/[\w.-]+$/);
      expect(model.sha256 ?? "0".repeat(64)).toMatch(/^[0-9a-f]{64}$/);
      expect(model.file ?? "x.gguf").toMatch(/\.gguf$/);
      expect(model.languages.length).toBeGreaterThan(0);
      // between two and nine bits a weight
      if (model.fileBytes) expect((8 * model.fileBytes) / model.parameters).toSatisfy((bits: number) => bits > 2 && bits < 9.5);
    }
    const sizes = MODEL_TABLE.map(({ parameters }) => parameters);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(new Set(MODEL_TABLE.map(({ name }) => name)).size).toBe(MODEL_TABLE.length);
  });

  test("gives candidates of every size to every device", () => {
    const all = MODEL_TABLE.map((model) => knownCandidate(model, false));
    const sizes = [0.7, 1.5, 3, 8].map((gb) => pickOf("local", all, { memoryBytes: gb * GB, latencyMs: 1e6 }).pick?.parameters ?? 0);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(sizes[0]).toBeGreaterThan(0);
  });
});

function candidate(given: Partial<Candidate> & Pick<Candidate, "name" | "role">): Candidate {
  return { isInstalled: false, parameters: 3e6, fileBytes: 3e6, residentBytes: null, answerMs: null, density: null, languages: ["en", "fr", "zh"], ...given };
}

function pickOf(role: "reflex" | "local", candidates: readonly Candidate[], limits: Partial<typeof LIMITS> = {}) {
  return recommend(candidates, SPEED, { ...LIMITS, ...limits }).find((it) => it.role === role)!;
}
