import { describe, expect, it } from "vitest";
import { ShellError } from "../../src/errors.ts";
import type { Lang } from "../../src/intents/plan.ts";
import { mayHoldSecret, redact } from "../../src/shell/redact.ts";
import { composeReply } from "../../src/shell/replies.ts";
import { clarifyingQuestion } from "../../src/shell/turn/questions.ts";
import { planOf, smallCatalogue, smallMachine, smallShell } from "./small-shell.ts";

const catalogue = smallCatalogue(smallMachine());
const inLang = (lang: Lang) => smallShell({ understand: async (words) => planOf(words, lang) }).session;

describe("replies", () => {
  it.each([
    ["en", "nothing here", /^I did not understand that\./],
    ["fr", "rien ici", /^Je n'ai pas compris\./],
    ["zh", "什么", /^我没听懂。/],
  ] as const)("say in %s that nothing was understood", async (lang, words, reply) => {
    const session = inLang(lang);
    expect((await session.handle(words)).reply).toMatch(reply);
    session.close();
  });

  it.each([
    ["en", "“tea” means “florp”, as you taught me, but I don't understand that. Teach it anew: when I say tea, …"],
    ["fr", /^« tea » veut dire « florp »/],
    ["zh", /^您教过我“tea”表示“florp”/],
  ] as const)("say in %s which taught meaning nobody understands", async (lang, reply) => {
    const plan = { ...planOf("tea", lang), unsure: true, meaning: "florp" };
    const { session } = smallShell({ understand: async () => plan });
    expect((await session.handle("tea")).reply).toMatch(reply);
    session.close();
  });

  it.each([
    ["fr", "Je ferais ceci : volume 30 % ; puis éteindre la machine (je demanderais d'abord)."],
    ["zh", "我会：volume 30 %；然后turn the machine off（会先询问）。"],
  ] as const)("rehearse in %s", async (lang, reply) => {
    const session = inLang(lang);
    expect((await session.handle('volume_set {"level": 30}; power_off', { dryRun: true })).reply).toBe(reply);
    session.close();
  });

  it("tell words that help as words to say, not as something to try", () => {
    const remedy = "say: create a folder called taxes";
    const road = {
      outcome: "failed",
      results: [{ kind: "failed", say: "No such folder.", code: "NOT_FOUND", remedy }],
    };
    const rest = { from: 0, calls: [], cursor: 0, lang: "en", request: {}, because: null };
    expect(composeReply({ ...rest, ...road } as never, catalogue).text).toBe(
      "No such folder. You can say: “create a folder called taxes”.",
    );
  });

  it("say of a stopped turn what was done and that the rest was not", async () => {
    const { session, machine } = smallShell();
    const turn = session.handle('volume_set {"level": 30}; slow; volume_get');
    await expect.poll(() => machine.ran).toHaveLength(2);
    session.cancel();
    expect((await turn).reply).toBe("Volume 30 percent. I stopped there; the rest is not done.");
    session.close();
  });

  it("tell a rehearsed plan that lacks something, and one that would be refused", async () => {
    const { session } = smallShell();
    expect((await session.handle("timer_start", { dryRun: true })).reply).toContain("something is missing");
    expect((await session.handle("power_off", { dryRun: true, origin: "untrusted" })).reply).toBe(
      "I would: refuse to turn the machine off.",
    );
    session.close();
  });
});

describe("questions", () => {
  it.each([
    ["en", "For how long?"],
    ["fr", "Pour combien de temps ?"],
    ["zh", "多长时间？"],
  ] as const)("are asked in %s", (lang, question) => {
    const action = catalogue.get("timer_start")!;
    expect(clarifyingQuestion(action, "duration", action.args.duration!, lang)).toBe(question);
  });

  it("name the words of an enum, and fall back to the summary", () => {
    const action = catalogue.get("broken")!;
    expect(clarifyingQuestion(action, "how", action.args.how!, "en")).toBe(
      "Which? I need in which way. (throw, missing)",
    );
  });
});

describe("redaction", () => {
  it.each([
    ["my wifi password is swordfish", true],
    ["retiens que le code PIN est 1234", true],
    ["记住密码是一二三", true],
    ["run curl -u x --password hunter2", true],
    ["run API_KEY=abc deploy", true],
    ["remember I am allergic to nuts", false],
    ["pin the note to the wall of the kitchen", true],
    ["set a timer for ten minutes", false],
  ])("%j may hold a secret: %s", (utterance, secret) => {
    expect(mayHoldSecret({ utterance, calls: [] })).toBe(secret);
  });

  it("leaves the action's name, numbers and undo data that hold no words of the person", () => {
    const call = { action: "timer_start", args: { label: "password change", duration: "PT5M" } };
    const kept = redact(
      { utterance: "x", calls: [call], reply: "ok", undo: [{ action: "timer_start", data: { id: "7" } }] },
      catalogue,
    );
    expect(kept).toEqual({
      utterance: "timer_start",
      calls: [{ action: "timer_start", args: { label: "•••", duration: "PT5M" } }],
      reply: "•••",
      undo: [{ action: "timer_start", data: { id: "7" } }],
    });
  });

  it("drops undo data that would keep the words", () => {
    const call = { action: "timer_start", args: { label: "my password is swordfish", duration: "PT5M" } };
    const undo = [{ action: "timer_start", data: { before: "my password is swordfish!" } }];
    expect(redact({ utterance: "x", calls: [call], reply: "ok", undo }, catalogue).undo).toEqual([null]);
  });
});

describe("trouble", () => {
  it("with the ledger takes no reply away", async () => {
    const { session, memory, machine } = smallShell();
    memory[Symbol.dispose]();
    const turn = await session.handle('volume_set {"level": 30}');
    expect(turn.reply).toMatch(/^Volume 30 percent\. But I could not write it down: /);
    expect(turn.outcome).toBe("done");
    expect((await session.handle("power_off")).pending?.kind).toBe("confirm");
    expect(machine.volume).toBe(30);
    session.close();
  });

  it("with a mind is a failure that names the remedy", async () => {
    const { session } = smallShell({
      understand: () =>
        Promise.reject(new ShellError("MODEL_MISSING", "there is no model", { remedy: "saysh models" })),
    });
    const turn = await session.handle("hello");
    expect(turn).toMatchObject({
      outcome: "failed",
      exitStatus: 5,
      reply: "That did not work: there is no model (saysh models).",
    });
    session.close();
  });
});
