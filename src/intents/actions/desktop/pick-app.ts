import type { App, DesktopDriver } from "../../../../devices/drivers/desktop/desktop.ts";
import { matchNames } from "../../../match-name.ts";
import type { Powers } from "../../powers.ts";
import type { Result } from "../../result.ts";
import { say } from "../../say.ts";

/** The app that the words name, or by what it is ("the browser"); several that fit are asked about. */
export async function pickApp(
  words: string,
  desktop: DesktopDriver,
  powers: Powers,
): Promise<{ readonly app: App } | { readonly otherwise: Result }> {
  const { lang } = powers;
  const name = words.replace(/^(?:the|my|le|la|les|mon|ma)\s+|^l'|^我的/i, "") || words;
  const apps = await desktop.apps();
  const [mentioned] = powers.refs.resolve(name, ["app"]);
  const byId = apps.filter((app) => app.id === name || app.id === mentioned?.id);
  const byName = matchNames(name, apps, (app) => app.names, 0.7).map((match) => match.thing);
  const byKind = () => matchNames(name, apps, (app) => app.kinds, 0.8).map((match) => match.thing);
  const found = byId.length > 0 ? byId : byName.length > 0 ? byName : byKind();
  const [only, ...others] = found;
  if (!only)
    return {
      otherwise: {
        kind: "failed",
        code: "NOT_FOUND",
        say: say(lang, {
          en: `I find no program called ${name}.`,
          fr: `Je ne trouve pas de programme « ${name} ».`,
          zh: `没有找到名为${name}的程序。`,
        }),
      },
    };
  if (others.length === 0) return { app: only };
  return {
    otherwise: {
      kind: "choose",
      arg: "name",
      question: say(lang, { en: "Which program?", fr: "Quel programme ?", zh: "哪个程序？" }),
      options: found.slice(0, 10).map((app) => ({ kind: "app", id: app.id, name: app.name })),
    },
  };
}
