import { fold } from "./text.ts";

const ONE =
  /^(?:it|this|that|this one|that one|the one|the thing|him|her|(?:this|that|the|ce|cet|cette|le|la) (?:file|timer|alarm|reminder|event|list|note|device|app|network|item|fichier|minuteur|alarme|rappel|evenement|liste|appareil|application|reseau|dossier|document|photo|picture|folder|image)|ca|cela|ceci|le|la|l'|y|celui-ci|celui-la|celle-ci|celle-la|celui ci|celui la|celle ci|celle la|ce dernier|cette derniere|le meme|la meme|the same|the same one|它|他|她|这|那|这个|那个|这一个|那一个|这(?:个|份)?文件|那(?:个|份)?文件|同一个)$/;
const ALL =
  /^(?:them|these|those|all|all of them|both|both of them|these ones|those ones|(?:these|those|all the|ces|tous les|toutes les) \S+|les|eux|elles|tous|toutes|tout|ceux-ci|ceux-la|celles-ci|celles-la|tous les deux|toutes les deux|les deux|它们|他们|她们|这些|那些|全部|所有|都|两个都|这两个|那两个)$/;

/** "it", "ça", "那个" → one; "them", "les deux", "这些" → all that were named. */
export function readPronoun(words: string): "one" | "all" | undefined {
  const text = fold(words).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "");
  if (ONE.test(text)) return "one";
  return ALL.test(text) ? "all" : undefined;
}
