/**
 * Text of a person's own, shown as she wrote it: what WhatsApp would read as bold, italics, code, a list or a quote is
 * replaced by characters that look the same and mean nothing to it.
 */
export function plain(text: string): string {
  return text.replace(/[*_~`]/g, (mark) => LOOKALIKE[mark] ?? mark).replace(/^(?=(?:[->•]|\d+\.)\s?)/gm, '\u200b');
}

const LOOKALIKE: Record<string, string> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };
