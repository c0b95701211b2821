import type { MarkStatus } from '../../domain/marks';
import type { RosterLine } from '../../services/desk';
import { longestText } from '../text';
import { type Besides, type WhoCame, whoCame } from '../whoCame';
import { mentionsIn } from './mentions';
import { peopleOf } from './people';
import { tidied, tokensOf } from './tokens';

/**
 * Reads what is to be changed in marks that were read back to her: "no, la 7 sí vino", "también faltó Rosa", "era la 8, no
 * la 7", "cambie la 7 a tarde". `roster` has the marks as they were read back. Somebody named without a word about her is
 * not understood: it could be any.
 */
export function correction(text: string, roster: RosterLine[], besides: Besides = {}): WhoCame {
  const clean = tidied(text.slice(0, longestText));
  const words = clean.replace(leads, '').replace(also, ' ').replace(changing, '$1 $2').trim();
  const swapped = swap(words, roster, besides);
  if (swapped) return swapped;
  const read = whoCame(words, roster, { ...besides, isCorrection: true });
  return read.ok || words === clean
    ? read
    : whoCameOr(read, whoCame(clean, roster, { ...besides, isCorrection: true }));
}

// The words as they came may be read where the shortened ones are not.
function whoCameOr(read: WhoCame, other: WhoCame): WhoCame {
  return other.ok ? other : read;
}

// "Ay no, perdón: …", "sí, pero …", "me equivoqué, …": what follows is what she has to say.
const leads =
  /^(?:\s*(?:ay|ah|uy|no|nop|perd[oó]n|disculpe|me equivoqu[eé]|corrijo|correcci[oó]n|s[ií]|ok|okay|bueno|listo|todo bien|bien|pero|y|falta que|yes|sorry|wait|but|and|also)(?!\p{L})\s*[,.:;]+\s*|\s*(?:ay no|uy no|ah (?=y |no )|s[ií],? pero|ok,? pero|bien,? pero|yes,? but|no(?=\s+(?:la|el)\s+\d+\s+s[ií](?!\p{L})))\s*[,.:;]*\s*|\s*(?:y|pero|and|but)\s+){1,4}/iu;
const also = /(?<![\p{L}])(?:tambi[eé]n|adem[aá]s|also|too|as well)(?![\p{L}])\s*,?/giu;
const changing =
  /^(?:c[aá]mbi\w*|p[oó]ng\w*|pon|m[aá]rqu\w*|corrij\w*|deje|change|mark|put|set)\s+(?:a\s+)?(.{1,60}?)\s+(?:a|como|en|con|to|as)\s+(.{1,40})$/iu;

const person = '(?:a\\s+)?(.{1,60}?)';
const swaps: { pattern: RegExp; right: number; wrong: number }[] = [
  {
    pattern: /^(?:era|es|fue|it was)\s+(.{1,60}?)\s*(?:,|\s)\s*(?:y\s+)?(?:no|not)\s+(.{1,60})$/iu,
    right: 1,
    wrong: 2,
  },
  { pattern: /^(?:no|not)\s+(?:era|es|fue)?\s*(.{1,60}?)\s*,?\s+(?:sino|but)\s+(.{1,60})$/iu, right: 2, wrong: 1 },
  { pattern: /^(?:no\s+)?(?:era|es|fue)?\s*(.{1,60}?)\s*,\s*(?:fue|era|es)\s+(.{1,60})$/iu, right: 2, wrong: 1 },
  { pattern: /^(.{1,60}?)\s+(?:en vez de|en lugar de|instead of|y no)\s+(.{1,60})$/iu, right: 1, wrong: 2 },
  { pattern: /^(.{1,60}?)\s+no\s*,\s*(.{1,60})$/iu, right: 2, wrong: 1 },
  {
    pattern: new RegExp(`^(?:c[aá]mbi\\w*|change|swap)\\s+${person}\\s+(?:por|for)\\s+(.{1,60})$`, 'iu'),
    right: 2,
    wrong: 1,
  },
];

/**
 * "Era la 8, no la 7": one takes the mark of the other, who came. Only where that was read back, or it is no plain change.
 * If it is not clear who takes it, that alone is asked.
 */
function swap(text: string, roster: RosterLine[], besides: Besides): WhoCame | undefined {
  if (text.length > 200 || tokensOf(text).length > 20) return undefined;
  const plain = text.replace(/[.!\s]+$/, '');
  for (const { pattern, right, wrong } of swaps) {
    const found = pattern.exec(plain);
    const other = onePerson(found?.[wrong], roster, ({ mark = 'present' }) => mark !== 'present');
    const { mark } = other ?? {};
    if (!other || !mark || mark === 'present') continue;
    const one = onePerson(found?.[right], roster, (line) => (line.mark ?? 'present') === 'present');
    if (!one && found && takesTurn.test(plain)) return asked(found[right] ?? '', mark, other, { roster, besides });
    if (!one || one === other || (one.mark ?? 'present') !== 'present') continue;
    const marks = roster.flatMap(({ personId }): { personId: string; status: MarkStatus; named: true }[] => {
      if (personId === one.personId) return [{ personId, status: mark, named: true }];
      return personId === other.personId ? [{ personId, status: 'present', named: true }] : [];
    });
    return { ok: true, marks, isOfAll: false, isAsLast: false, left: [] };
  }
  return undefined;
}
// Said so, it is of two people, whoever they are.
const takesTurn = /^(?:no|not)\s.*\s(?:sino|but)\s/iu;

function asked(
  name: string,
  mark: Exclude<MarkStatus, 'present'>,
  { number }: RosterLine,
  { roster, besides }: { roster: RosterLine[]; besides: Besides },
): WhoCame | undefined {
  const read = whoCame(`${name} ${saidOf[mark]}; la ${number} sí vino`, roster, { ...besides, isCorrection: true });
  return read.ok || read.unclear.every(({ kind }) => kind === 'which' || kind === 'no_such_name') ? read : undefined;
}
const saidOf = { absent: 'faltó', late: 'llegó tarde', excused: 'tiene excusa' };

// Of several of that name, she who has such a mark.
function onePerson(
  text: string | undefined,
  roster: RosterLine[],
  hasIt: (line: RosterLine) => boolean,
): RosterLine | undefined {
  const [mention, another] = text ? (mentionsIn(text, peopleOf(roster), []) ?? []) : [];
  if (another || mention?.is !== 'people') return undefined;
  const lines = roster.filter(({ number }) => mention.numbers.includes(number));
  const those = lines.length > 1 ? lines.filter(hasIt) : lines;
  return those.length === 1 ? those[0] : undefined;
}
