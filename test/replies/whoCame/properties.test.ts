import fc from 'fast-check';
import type { MarkStatus } from '../../../src/domain/marks';
import { type WhoCame, whoCame } from '../../../src/replies/whoCame';
import { complete } from '../../../src/replies/whoCame/complete';
import { correction } from '../../../src/replies/whoCame/correction';
import { quickest } from '../../setup/quickest';
import { classOf, forms, roster, sayable, type Told, told, way } from './forms';

test.each(Object.keys(forms))('any marks, said as "%s", are read back as they are', (form) => {
  fc.assert(
    fc.property(told, way, (marks, way) => {
      const said = sayable(form, marks);
      const text = forms[form]?.(said, way).join(way.sep) ?? '';
      const read = whoCame(text, roster);
      expect([text, read.ok ? byNumber(read.marks) : read.unclear]).toEqual([
        text,
        Object.fromEntries(statusesOf(said)),
      ]);
    }),
  );
});

test.each(Object.keys(forms))('one word that nobody knows, put anywhere into "%s", and nothing is read', (form) => {
  fc.assert(
    fc.property(told, way, fc.nat(), fc.constantFrom('xqzt', 'casi', 'quizás', '%', '99'), (marks, way, at, word) => {
      const text = forms[form]?.(sayable(form, marks), way).join(way.sep) ?? '';
      // A word after an excuse is its reason.
      fc.pre(!text.includes('excusa') && !text.includes('excused'));
      const words = text.split(/(?<=[^\S\n])/);
      words.splice(at % (words.length + 1), 0, ` ${word} `);
      expect([words.join(''), whoCame(words.join(''), roster).ok]).toEqual([words.join(''), false]);
    }),
  );
});

// Fifteen given names for 34 people: each is two's or three's.
test('people told by given names that several have, and then by numbers, are who was meant', () => {
  const some = fc.uniqueArray(fc.integer({ min: 1, max: 34 }), { minLength: 1, maxLength: 5 });
  const given = (number: number) => roster[number - 1]?.firstNames ?? '';
  const apart = some.filter((numbers) => new Set(numbers.map(given)).size === numbers.length);
  fc.assert(
    fc.property(apart, fc.boolean(), (numbers, atOnce) => {
      let read: WhoCame = whoCame(`todas menos ${numbers.map(given).join(', ')}`, roster);
      for (const answer of atOnce ? [numbers.join(', ')] : numbers.map((number) => `la ${number}`)) {
        expect(read.ok).toBe(false);
        if (!read.ok) read = complete(read.unfinished, answer, roster) ?? read;
      }
      const absent = read.ok ? read.marks.filter(({ status }) => status === 'absent') : [];
      expect(absent.map(({ personId }) => Number(personId.slice(1)))).toEqual([...numbers].sort((a, b) => a - b));
    }),
  );
});

test('whatever is answered, nobody is marked otherwise than she was told of, or asked about', () => {
  const answer = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' '));
  const first = whoCame('todas menos Ana y la 5', roster);
  const those = roster.filter(({ firstNames }) => firstNames === 'Ana').map(({ personId }) => personId);
  fc.assert(
    fc.property(answer, (text) => {
      const read = first.ok ? first : complete(first.unfinished, text, roster);
      // What speaks of everyone, or of whom nobody was asked, is a reply of its own.
      if (!read?.ok || read.isOfAll || whoCame(text, roster).ok) return;
      const absent = read.marks.filter(({ status }) => status === 'absent').map(({ personId }) => personId);
      expect(absent.filter((id) => id !== 'p5' && !those.includes(id))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('ranges say what their numbers say', () => {
  const number = fc.integer({ min: 1, max: 34 });
  const joined = fc.constantFrom(
    (a: number, b: number) => `${a}-${b}`,
    (a: number, b: number) => `${a} a ${b}`,
    (a: number, b: number) => `del ${a} al ${b}`,
  );
  fc.assert(
    fc.property(number, number, joined, (one, other, write) => {
      fc.pre(one < other);
      const read = whoCame(`faltaron ${write(one, other)}`, roster);
      const absent = read.ok ? read.marks.filter(({ status }) => status === 'absent') : [];
      expect(absent.map(({ personId }) => personId)).toEqual(
        roster.slice(one - 1, other).map(({ personId }) => personId),
      );
    }),
  );
});

const piece = fc.oneof(
  fc.constantFrom(
    ...'todas nadie menos excepto faltaron vinieron no vino tarde excusa y , ; : - ( ) 3 7 34 99 la las del a solo el resto las demás si que por \n Ana García'.split(
      ' ',
    ),
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

test('no text throws, decides a person twice, or decides somebody else', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const read = whoCame(pieces.join(' '), roster);
      const ids = read.ok ? read.marks.map(({ personId }) => personId) : [];
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !roster.some(({ personId }) => personId === id))).toEqual([]);
      expect(read.ok || read.unclear.length > 0).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('whatever is sent, a class of sixty is read in 20 ms', () => {
  const sixty = classOf(60);
  const names = sixty.map(({ firstNames, lastNames }) => `${firstNames} ${lastNames}`);
  const slips = names.map((name, at) => name.replace(/.(?=.$)/, String.fromCharCode(97 + (at % 26))));
  const texts = [
    ...['dos mil ', 'todas ', 'Ana ', '1-60, ', '3 ', '3 y ', 'no ', '(', 'la ', 'excusa ', 'a', '🙂', '\n'].map(
      (piece) => piece.repeat(10_000 / piece.length),
    ),
    'dos mil '.repeat(25),
    names.join(', '),
    `faltaron ${slips.join(', ')}`,
    sixty.map(({ number }, at) => `${number}. ${names[at]} ✅`).join('\n'),
    Array.from({ length: 2000 }, (_, at) => `garc${at.toString(36).replace(/\d/g, 'x')}`).join(' '),
  ];
  const marked = sixty.map((line) => ({ ...line, mark: 'absent' as const }));
  const open = whoCame('todas menos Ana, Elsa y 77', sixty);
  for (const text of texts) {
    expect([text.slice(0, 40), quickest(() => whoCame(text, sixty)) < 20]).toEqual([text.slice(0, 40), true]);
    expect([text.slice(0, 40), quickest(() => correction(text, marked)) < 50]).toEqual([text.slice(0, 40), true]);
    const answer = () => !open.ok && complete(open.unfinished, text, sixty);
    expect([text.slice(0, 40), quickest(answer) < 50]).toEqual([text.slice(0, 40), true]);
  }
});

function statusesOf(told: Told): [number, MarkStatus][] {
  return [...told].map(([number, { status }]) => [number, status]);
}

function byNumber(marks: { personId: string; status: MarkStatus }[]): Record<number, MarkStatus> {
  return Object.fromEntries(marks.map(({ personId, status }) => [Number(personId.slice(1)), status]));
}
