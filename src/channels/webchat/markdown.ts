/**
 * Our bubbles, which are written for WhatsApp, as Markdown: *bold* stays bold, lines stay lines, and nothing else of a
 * text is markup, whoever has written it: a name that looks like a link or a picture is shown as it stands.
 */
export function markdown(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .split(BOLD)
        .map((part, n) => (n % 2 === 1 ? `**${plain(part)}**` : plain(part)))
        .join(''),
    )
    .join('\n')
    .replace(/([^\n])\n(?=[^\n])/g, '$1\\\n');
}

// As WhatsApp reads it: stars around words, with nothing of a word outside them.
const BOLD = /(?<![\p{L}\p{N}*])\*(?!\s)([^*]{1,200})(?<!\s)\*(?![\p{L}\p{N}*])/u;

// Every ASCII sign, with a backslash, is that sign and nothing else (CommonMark 2.4).
function plain(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
