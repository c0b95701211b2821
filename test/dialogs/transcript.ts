import type { Bubble } from '../../src/channels/whatsapp/simulator/phone/bubble';
import type { Filled } from '../../src/channels/whatsapp/simulator/phone/form';
import type { Deed, Story } from './story';

/**
 * Plays the story of a transcript and gives it as it went. A line says who writes ("@ Ana"), what she does ("> hola",
 * "> [Ver clases]" taps, "> (audio)" sends), that time passes ("~ 25 hours"; what she was told meanwhile stands below), who
 * is told something a little later ("* Ana"), what staff do about a class or its next meeting ("! move DA-1 24 hours"),
 * that the service is begun anew ("! restart"), or explains ("# ..."); what the service answers stands below each deed:
 * "< text", then its buttons on one line, or its list with a row a line, or a form as she sees it: "{" its button "}" and
 * its lines below. "> (code)" writes the code that was told last. "> {field: words; field: words}" fills it in and sends it.
 */
export async function play(transcript: string, story: Story): Promise<string> {
  const lines: string[] = [];
  let who = 'Ana';
  let code = '';
  const heard = (said: Bubble[]) => {
    for (const { text } of said) code = linkCode.exec(text ?? '')?.[0] ?? code;
    return said;
  };
  for (const line of transcript.split('\n').filter(isDirection)) {
    const rest = line.slice(1).trim();
    lines.push(...(line.startsWith('#') ? [] : ['']), line);
    if (/^[@*]/.test(line)) who = rest;
    if (line.startsWith('>'))
      lines.push(...answers(await story.does(who, rest === '(code)' ? { says: code } : deed(rest))));
    if (line.startsWith('*')) lines.push(...told(heard(await story.hears(who)), '< (nothing)'));
    if (line.startsWith('~')) lines.push(...told(await story.waits(who, duration(rest))));
    if (line.startsWith('!')) await (rest === 'restart' ? story.restarts() : story.staff(rest));
  }
  return `${lines.join('\n')}\n`;
}

/** The bubbles of a transcript, each as its lines. */
export function bubbles(transcript: string): string[] {
  return transcript
    .split(/^>.*$/m)
    .slice(1)
    .filter((answer) => /^<(?! \(nothing\))/m.test(answer));
}

function isDirection(line: string): boolean {
  return /^[>@~#*!]/.test(line);
}

function deed(text: string): Deed {
  const tapped = /^\[(.+)\]$/.exec(text);
  if (tapped?.[1]) return { taps: tapped[1] };
  if (/^\{.*\}$/.test(text)) return { fills: filled(text.slice(1, -1)) };
  if (text === '(broken form)') return { sends: { kind: 'flowReply', response: '{' } };
  const sent = /^\((\w+)(?: (-?[\d.]+) (-?[\d.]+))?\)$/.exec(text);
  if (!sent?.[1]) return { says: text };
  const [, kind, latitude, longitude] = sent;
  if (kind === 'location') return { sends: { kind, latitude: Number(latitude), longitude: Number(longitude) } };
  if (kind === 'audio' || kind === 'image' || kind === 'sticker') return { sends: { kind } };
  throw new Error(`A transcript cannot send "${text}".`);
}

// A tick is "yes".
function filled(text: string): Filled {
  const fields = text.split('; ').map((field) => field.split(': '));
  return Object.fromEntries(fields.map(([name = '', ...words]) => [name, words.join(': ')]).map(ticked));
}

function ticked([name = '', words = '']: string[]): [string, string | boolean] {
  return [name, words === 'yes' ? true : words];
}

function duration(text: string): number {
  const [, many, unit] = /^(\d+) (minutes|hours|days)$/.exec(text) ?? [];
  const units: Record<string, number> = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };
  if (!many || !unit) throw new Error(`A transcript cannot wait "${text}".`);
  return Number(many) * (units[unit] ?? 0);
}

// Each bubble costs money and may overtake the one before it: a message is answered by one.
function answers(said: Bubble[]): string[] {
  if (said.length > 1) throw new Error(`One message was answered by ${said.length} bubbles.`);
  return said.length === 0 ? ['< (nothing)'] : said.flatMap(shown).map(always);
}

// Only where it is called one: documents have as many digits.
const linkCode = /(?<=(?:código|code)[ a-z]{1,10}\*?)\d{8}(?!\d)/;

// What is new each time is left out: the codes of a session or of a link, and the address of the page that shows them.
function always(line: string): string {
  return line
    .replace(linkCode, '········')
    .replace(/(\*(?:asistir|attend)) \d{4}\*/g, '$1 ····*')
    .replace(/\/asistir\/\S+/g, '/asistir/…');
}

// What was said meanwhile, of our own accord.
function told(said: Bubble[], ...nothing: string[]): string[] {
  return said.length === 0 ? nothing : said.flatMap(shown).map(always);
}

function shown({ text, shownAs, choices, open, form }: Bubble): string[] {
  const lines = text.split('\n').map((line) => `< ${line}`.trimEnd());
  if (shownAs === 'buttons') return [...lines, choices.map(({ title }) => `[${title}]`).join(' ')];
  if (form) return [...lines, `{${open}}`, ...formLines(form)];
  return [
    ...lines,
    ...(open === undefined ? [] : [`(${open})`]),
    ...choices.map(({ title, detail }) => `  [${title}]${detail === undefined ? '' : ` ${detail}`}`),
  ];
}

function formLines({ parts, send }: NonNullable<Bubble['form']>): string[] {
  const lines = parts.flatMap((part): string[] => {
    const wanted = part.kind !== 'words' && part.isRequired ? ' (*)' : '';
    switch (part.kind) {
      case 'words':
        return [part.text.replace(/\n[\s\S]*/, ' …')];
      case 'text':
        return [`${part.label}${wanted} ______${part.helper ? ` ${part.helper}` : ''}`];
      case 'choice':
        return [`${part.label}${wanted} [${part.options.map(({ title }) => title).join(' / ')}]`];
      default:
        return [`[ ] ${part.label}${wanted}`];
    }
  });
  return [...lines, `[${send}]`].map((line) => `  | ${line}`.trimEnd());
}
