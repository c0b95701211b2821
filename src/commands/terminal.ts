import type { Bubble } from '../channels/whatsapp/simulator/phone/bubble';

/** What a terminal can show: how wide, and whether colours. */
export type Screen = { width: number; colours: boolean };

/** The screen a stream writes to; a pipe or a file is 100 characters wide and plain. */
export function screenOf(stream: NodeJS.WriteStream): Screen {
  return { width: Math.max(50, Math.min(100, stream.columns || 100)), colours: stream.isTTY === true };
}

/** What somebody writes or taps, under her name. */
export function saidLines(name: string, text: string, screen: Screen): string {
  return beside(`${name} ▸ `, text.split('\n'), screen);
}

/** A message of Relevo: its text, and below what can be chosen, numbered. */
export function bubbleLines(bubble: Pick<Bubble, 'text' | 'choices' | 'open'>, screen: Screen): string {
  const choices = bubble.choices.map(({ title, detail }, at) => {
    const number = `${at + 1}`.padStart(bubble.choices.length > 9 ? 2 : 1);
    return `[${number}] ${[title, detail].filter(Boolean).join(' — ')}`;
  });
  const opened = bubble.open ? [`≡ ${bubble.open}`] : [];
  return beside('Relevo ▸ ', [...bubble.text.split('\n'), ...opened, ...choices], screen);
}

/** A text in bold where the screen can. */
export function bold(text: string, { colours }: Screen): string {
  return colours ? `\u001b[1m${text}\u001b[22m` : text;
}

// The name stands in a column of its own, so that the eye finds who speaks.
function beside(name: string, paragraphs: string[], screen: Screen): string {
  const lines = paragraphs.flatMap((paragraph) => wrapped(paragraph, screen.width - NAMES));
  return lines
    .map((line, at) => (at === 0 ? bold(name.padStart(NAMES), screen) : ' '.repeat(NAMES)) + shown(line, screen))
    .join('\n');
}
const NAMES = 15;

function wrapped(paragraph: string, width: number): string[] {
  const lines = [''];
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

// WhatsApp's *bold*; where it runs over a line's end it is left as it is sent.
function shown(line: string, screen: Screen): string {
  return screen.colours ? line.replace(/\*([^*]+)\*/g, (_, text: string) => bold(text, screen)) : line;
}
