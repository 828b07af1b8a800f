/** Marks of writing that nobody says: Markdown, quotation marks, brackets, emoji, control signs. */
export function withoutMarks(text: string): string {
  return (
    text
      .replace(/!?\[([^\]\n]*)\]\([^)\s]*\)/g, "$1")
      .replace(/(\*\*|__|~~|`+)/g, "")
      .replace(/(^|\s)[*_](\S[^*_\n]*?)[*_](?=\s|[.,!?]|$)/g, "$1$2")
      .replace(/^\s{0,3}(#{1,6}|>)\s+/gm, "")
      // keycaps, flags, faces, and what joins and colours them
      .replace(/[0-9#*]\ufe0f?\u20e3/g, "")
      .replace(/\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\ufe0f|\u200d|[♪♫✓✗●■]/gu, " ")
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
      .replace(/["“”„«»「」『』]|(?<![\p{L}\p{N}])['‘’]|['‘’](?![\p{L}\p{N}])/gu, " ")
      .replace(/\s*[([{（【]\s*([^)\]}）】]*?)\s*[)\]}）】]/g, ", $1,")
      .replace(/[()[\]{}|\\（）【】]/g, " ")
  );
}

/** Rows of a list: "- milk" is its words, "1. desk lamp" keeps its number. Each row ends as a sentence does. */
export function rowsAsSentences(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^([-=_*]\s*){3,}$/.test(line))
    .map((line) =>
      line
        .replace(/^[-*+•·–—]\s+(\[[ xX]\]\s+)?/, "")
        .replace(/^(\d{1,3})[.)]\s+/, "$1: ")
        .replace(/^(\d{1,3})[、]\s*/, "$1、"),
    )
    .map((line) => (/[.!?。！？…:：;；,，]$/.test(line) ? line : `${line}${/[\u3400-\u9fff]/.test(line) ? "。" : "."}`))
    .join("\n");
}

/** What taking marks away left behind: doubled blanks and commas, blanks before a full stop. */
export function tidied(text: string): string {
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ +([,.;!?，。；！？])/g, "$1")
    .replace(/[,，]+(?=[.!?。！？,，])/g, "")
    .replace(/^[\s,，;:.]+|[\s,，]+$/g, "")
    .replace(/(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/g, "");
}
