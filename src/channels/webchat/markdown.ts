/**
 * Our bubbles, which are written for WhatsApp, as Markdown: *bold* stays bold, lines stay lines, and nothing else of a
 * text is markup, whoever has written it: a name that looks like a link or a picture is shown as it stands.
 */
export function markdown(text: string): string {
  return text
    .split('\n')
    .map(line)
    .join('\n')
    .replace(/([^\n])\n(?=[^\n])/g, '$1\\\n');
}

// As WhatsApp reads it: stars around words, with nothing of a word outside them.
const BOLD = /(?<![\p{L}\p{N}*])\*(?!\s)([^*]{1,200})(?<!\s)\*(?![\p{L}\p{N}*])/u;

function line(text: string): string {
  const parts = text.split(BOLD).map((part, n) => (n % 2 === 1 ? `**${plain(part)}**` : plain(part)));
  // What makes a list or a heading of a line, at its beginning only; spaces there would make it code.
  return parts
    .join('')
    .trimStart()
    .replace(/^[-+=]|(?<=^\d{1,9})[.)]/, '\\$&');
}

// A backslash before a sign makes it that sign and nothing else (CommonMark 2.4). Addresses become links by themselves.
function plain(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>~|&#@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`);
}
