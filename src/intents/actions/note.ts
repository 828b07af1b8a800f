import type { Note } from "../../memory/notes.ts";
import { arg, maybe } from "../args.ts";
import { say } from "../say.ts";
import { sayList, sayOptions } from "../values/index.ts";
import { defineAction, defineDomain } from "./define-action.ts";
import { sayMoment } from "./moments.ts";
import { nameOfNote, notesFor, noteThing } from "./note/notes.ts";

/** More than three texts are too much to listen to; the rest is shown. */
const SPOKEN = 3;

const noteTake = defineAction({
  name: "note_take",
  summary: "Write a note down.",
  args: { text: arg("text", "what to write"), title: maybe("text", "its title") },
  risk: "reversible",
  examples: {
    en: [
      ["take a note: the boiler was serviced today", { text: "the boiler was serviced today" }],
      ["note down that the parking spot is B12", { text: "the parking spot is B12" }],
      ["make a note called ideas, paint the hall blue", { text: "paint the hall blue", title: "ideas" }],
    ],
    fr: [
      ["prends une note : la chaudière a été révisée", { text: "la chaudière a été révisée" }],
      ["note que la place de parking est B12", { text: "la place de parking est B12" }],
      [
        "fais une note intitulée idées, peindre le couloir en bleu",
        { text: "peindre le couloir en bleu", title: "idées" },
      ],
    ],
    zh: [
      ["记个笔记：锅炉今天检修过了", { text: "锅炉今天检修过了" }],
      ["记下来停车位是B12", { text: "停车位是B12" }],
      ["写一条标题为想法的笔记，把走廊刷成蓝色", { text: "把走廊刷成蓝色", title: "想法" }],
    ],
  },
  negatives: {
    en: ["remind me to service the boiler tomorrow", "find my note about the boiler"],
    fr: ["rappelle-moi de réviser la chaudière demain", "trouve ma note sur la chaudière"],
    zh: ["明天提醒我检修锅炉", "找一下关于锅炉的笔记"],
  },
  describe: ({ text }, lang) => say(lang, { en: `write down: ${text}`, fr: `noter : ${text}`, zh: `记下：${text}` }),
  async run({ text, title }, powers) {
    const note = powers.memory.notes.take(text, title);
    const done = {
      en: `Noted: ${nameOfNote(note)}`,
      fr: `C'est noté : ${nameOfNote(note)}`,
      zh: `记下了：${nameOfNote(note)}`,
    };
    return { kind: "done", say: say(powers.lang, done), data: note, things: [noteThing(note)], undo: { id: note.id } };
  },
  async undo(data, powers) {
    const note = powers.memory.notes.get(Number(data.id));
    powers.memory.notes.remove(Number(data.id));
    const text =
      note === undefined
        ? { en: "The note is gone already.", fr: "La note n'est déjà plus là.", zh: "笔记已经不在了。" }
        : {
            en: `Removed the note: ${nameOfNote(note)}`,
            fr: `Note retirée : ${nameOfNote(note)}`,
            zh: `已撤销笔记：${nameOfNote(note)}`,
          };
    return { kind: "done", say: say(powers.lang, text) };
  },
});

const noteFind = defineAction({
  name: "note_find",
  summary: "Find notes by words in them, or list the newest.",
  args: { query: maybe("text", "words in it") },
  risk: "read",
  examples: {
    en: [
      ["find my note about the boiler", { query: "boiler" }],
      ["show me my notes", {}],
      ["what did I write down about parking", { query: "parking" }],
    ],
    fr: [
      ["trouve ma note sur la chaudière", { query: "chaudière" }],
      ["montre-moi mes notes", {}],
      ["qu'est-ce que j'ai noté à propos du parking", { query: "parking" }],
    ],
    zh: [
      ["找一下关于锅炉的笔记", { query: "锅炉" }],
      ["给我看看我的笔记", {}],
      ["我记过停车位的笔记吗", { query: "停车位" }],
    ],
  },
  negatives: {
    en: ["find the file about the boiler", "take a note about the boiler"],
    fr: ["trouve le fichier sur la chaudière", "prends une note sur la chaudière"],
    zh: ["找一下关于锅炉的文件", "记一条关于锅炉的笔记"],
  },
  describe: ({ query }, lang) =>
    query === undefined
      ? say(lang, { en: "show the newest notes", fr: "montrer les dernières notes", zh: "查看最近的笔记" })
      : say(lang, {
          en: `find notes about ${query}`,
          fr: `chercher les notes sur ${query}`,
          zh: `查找关于${query}的笔记`,
        }),
  async run({ query }, powers) {
    const notes = query === undefined ? powers.memory.notes.all(20) : notesFor(query, powers);
    if (notes.length === 0) {
      const text =
        query === undefined
          ? { en: "There are no notes yet.", fr: "Il n'y a pas encore de notes.", zh: "还没有笔记。" }
          : {
              en: `No note mentions ${query}.`,
              fr: `Aucune note ne parle de ${query}.`,
              zh: `没有提到${query}的笔记。`,
            };
      return { kind: "done", say: say(powers.lang, text), data: [] };
    }
    const spoken = notes
      .slice(0, SPOKEN)
      .map(({ title, text }) =>
        title === undefined
          ? text
          : say(powers.lang, { en: `${title}: ${text}`, fr: `${title} : ${text}`, zh: `${title}：${text}` }),
      );
    const count = notes.length;
    const text =
      count === 1
        ? { en: `Your note says: ${spoken[0]}`, fr: `Votre note dit : ${spoken[0]}`, zh: `您的笔记：${spoken[0]}` }
        : {
            en: `${count} notes: ${sayList(spoken, "en")}`,
            fr: `${count} notes : ${sayList(spoken, "fr")}`,
            zh: `${count}条笔记：${sayList(spoken, "zh")}`,
          };
    return {
      kind: "done",
      say: say(powers.lang, text),
      show: notes.map(
        (note) => `${sayMoment(note.writtenAt, powers)} · ${note.title ? `${note.title}: ` : ""}${note.text}`,
      ),
      data: notes,
      things: notes.map(noteThing),
    };
  },
});

const noteDelete = defineAction({
  name: "note_delete",
  summary: "Delete a note.",
  args: { query: arg("text", "words in it") },
  risk: "reversible",
  examples: {
    en: [
      ["delete the note about the boiler", { query: "boiler" }],
      ["remove my parking note", { query: "parking" }],
      ["throw away the note called ideas", { query: "ideas" }],
    ],
    fr: [
      ["supprime la note sur la chaudière", { query: "chaudière" }],
      ["efface ma note parking", { query: "parking" }],
      ["jette la note intitulée idées", { query: "idées" }],
    ],
    zh: [
      ["删除关于锅炉的笔记", { query: "锅炉" }],
      ["把停车位的笔记删掉", { query: "停车位" }],
      ["删掉标题为想法的笔记", { query: "想法" }],
    ],
  },
  negatives: {
    en: ["delete the file about the boiler", "delete the reminder about the boiler"],
    fr: ["supprime le fichier sur la chaudière", "supprime le rappel de la chaudière"],
    zh: ["删除关于锅炉的文件", "删除检修锅炉的提醒"],
  },
  describe: ({ query }, lang) =>
    say(lang, {
      en: `delete the note about ${query}`,
      fr: `supprimer la note sur ${query}`,
      zh: `删除关于${query}的笔记`,
    }),
  async run({ query }, powers) {
    const found = notesFor(query, powers);
    const [note] = found;
    if (note === undefined) {
      const text = {
        en: `No note mentions ${query}.`,
        fr: `Aucune note ne parle de ${query}.`,
        zh: `没有提到${query}的笔记。`,
      };
      return { kind: "failed", say: say(powers.lang, text), code: "NOT_FOUND" };
    }
    if (found.length > 1) {
      const options = found.map(noteThing);
      const names = sayOptions(
        options.map((option) => option.name),
        powers.lang,
      );
      const question = say(powers.lang, {
        en: `Which note: ${names}?`,
        fr: `Quelle note : ${names} ?`,
        zh: `哪一条：${names}？`,
      });
      return { kind: "choose", arg: "query", question, options };
    }
    powers.memory.notes.remove(note.id);
    const text = {
      en: `The note is deleted: ${nameOfNote(note)}`,
      fr: `La note est supprimée : ${nameOfNote(note)}`,
      zh: `笔记已删除：${nameOfNote(note)}`,
    };
    return { kind: "done", say: say(powers.lang, text), undo: { note } };
  },
  async undo(data, powers) {
    const note = data.note as Note;
    powers.memory.notes.restore(note);
    const name = nameOfNote(note);
    const text = { en: `The note is back: ${name}`, fr: `Note remise : ${name}`, zh: `笔记已恢复：${name}` };
    return { kind: "done", say: say(powers.lang, text) };
  },
});

export const noteActions = defineDomain("note", [noteTake, noteFind, noteDelete]);
