import type { RosterLine } from '../../services/desk';
import { type Besides, type Unfinished, type WhoCame, whoCame } from '../whoCame';
import { yesNo } from '../yesNo';
import { assigned } from './assign';
import type { Decided } from './decide';
import { elementsOf } from './elements';
import { isOfThoseAsked, type Mention, mentionsIn } from './mentions';
import { type People, peopleOf } from './people';
import { keeping, unclearAnew } from './saidAnew';
import { tidied, tokensOf } from './tokens';
import type { Answer, Open } from './unclear';

/**
 * Puts her answer to what was unclear into what she had written before: "todas menos Rosa y la 5", then "la 19". Nothing
 * if it does not help; what it leaves unclear stays open. A reply that speaks of everyone takes the place of the first.
 */
export function complete(
  unfinished: Unfinished,
  reply: string,
  roster: RosterLine[],
  besides: Besides = {},
): WhoCame | undefined {
  const clean = afterLead(tidied(reply));
  if (/[?¿]/.test(clean) || unfinished.open.length === 0) return undefined;
  const { last } = besides;
  const alone = whoCame(clean, roster, { ...(last && { last }) });
  const isBare = tokensOf(clean).filter(({ kind }) => kind === 'word').length === 1;
  const people = peopleOf(roster, last);
  if (alone.ok && alone.isOfAll && !isBare && !isOfThoseAsked(clean))
    return keeping(alone, withoutUnclear(unfinished, roster, besides), clean, people);
  if (alone.ok && isStatement(clean, people) && isAllAnew(unfinished, alone, roster, besides)) return alone;
  const said = { clean, alone, people, asked: unfinished.answers.length };
  const readWith = (part: WhoCame) =>
    agreeing(answered(unfinished, clean, part, people), said, (it) => again(it, roster, besides));
  const isChoice = unfinished.open.every(({ about }) => 'numbers' in about);
  const parts = isChoice && isStatement(clean, people) ? byStatus(alone).flatMap((part) => readWith(part) ?? []) : [];
  return (
    readWith(alone) ??
    (parts.length === 1 ? parts[0] : undefined) ??
    counted(unfinished, clean, roster, besides) ??
    rewritten(unfinished, clean, roster, { besides, alone }) ??
    unclearAnew(alone, clean, people)
  );
}

/** "La 1 vino, la 19 no vino": what is said of those who are one thing, and of those who are another. */
function byStatus(alone: WhoCame): WhoCame[] {
  const statuses = alone.ok ? [...new Set(alone.marks.filter(({ named }) => named).map(({ status }) => status))] : [];
  if (!alone.ok || statuses.length < 2) return [];
  return statuses.map((one) => ({ ...alone, marks: alone.marks.filter(({ status }) => status === one) }));
}

/** Whether she has written all of it again, with a list that says all: whatever was clear before is in it. */
function isAllAnew(unfinished: Unfinished, alone: Read, roster: RosterLine[], besides: Besides): boolean {
  const clear = withoutUnclear(unfinished, roster, besides);
  if (!clear?.ok || alone.marks.length < roster.length) return false;
  const twice = unfinished.open.flatMap(({ about }) => (about.kind === 'contradiction' ? [about.number] : []));
  const doubtful = new Set(roster.filter(({ number }) => twice.includes(number)).map(({ personId }) => personId));
  const anew = new Map(alone.marks.map((mark) => [mark.personId, mark]));
  const isSettled = [...doubtful].every((personId) => anew.get(personId)?.named);
  const rest = (read: Read) => read.marks.find(({ named }) => !named)?.status;
  if (!isSettled || rest(alone) !== rest(clear)) return false;
  const named = clear.marks.filter((mark) => mark.named && !doubtful.has(mark.personId));
  return (
    named.length + twice.length > 0 && named.every(({ personId, status }) => anew.get(personId)?.status === status)
  );
}

type Read = Extract<WhoCame, { ok: true }>;
const leads =
  /^\s*(?:(?:ay |uy )?(?:no,? perd[oó]n|no,? sorry)[\s,.:;]+(?=\S)|(?:(?:ay,? )?no|perd[oó]n|s[ií]|sorry)\s*[,.:;]\s*(?=\S))/iu;
// "No, la 1 sí vino"; a mere "no" is an answer.
function afterLead(text: string): string {
  return text.replace(leads, '');
}

/** `asked`: how many answers there were before this one. */
type Said = { clean: string; alone: WhoCame; people: People; asked: number };

/** Her words without what is unclear in them. */
function withoutUnclear(unfinished: Unfinished, roster: RosterLine[], besides: Besides): WhoCame | undefined {
  const answers = unfinished.open.flatMap(({ about, ...place }): Answer[] => {
    if (about.kind === 'contradiction') return [{ to: 'status', number: about.number, status: 'present' }];
    return about.kind === 'not_understood' ? [] : [{ to: 'people', ...place, people: [] }];
  });
  if (answers.length < unfinished.open.length) return undefined;
  return again(withAnswers(unfinished, answers, []), roster, besides);
}

function again(unfinished: Unfinished, roster: RosterLine[], { last }: Besides): WhoCame {
  const read = whoCame(unfinished.text, roster, { ...(last && { last }), answers: unfinished.answers });
  if (read.ok) return { ...read, left: unfinished.left };
  // All that was said is left out: nobody is marked by it.
  const isNothing = unfinished.left.length > 0 && read.unclear.every(({ kind }) => kind === 'not_understood');
  if (isNothing) return { ok: true, marks: [], isOfAll: false, isAsLast: false, left: unfinished.left };
  return { ...read, unfinished: { ...read.unfinished, left: unfinished.left } };
}

function withAnswers(unfinished: Unfinished, answers: Answer[], dropped: Open[]): Unfinished {
  const left = dropped.map(({ start, end }) => unfinished.text.slice(start, end).replace(/\s+/g, ' ').trim());
  return { ...unfinished, answers: [...unfinished.answers, ...answers], left: [...unfinished.left, ...left] };
}

function answered(unfinished: Unfinished, clean: string, alone: WhoCame, people: People): Unfinished | undefined {
  const { open } = unfinished;
  const [only, another] = open;
  if (!only) return undefined;
  const plain = another ? undefined : plainAnswer(only, clean);
  if (plain) return withAnswers(unfinished, [plain], []);
  const statuses = statusAnswers(open, clean, alone, people);
  const others = open.filter(({ about }) => about.kind !== 'contradiction' && about.kind !== 'not_understood');
  const saysWhat = isStatement(clean, people);
  const pieces = mentionsIn(clean, people, others) ?? (saysWhat ? namedIn(alone, people) : undefined);
  const mentions = others.length > 0 ? pieces : undefined;
  const found = mentions && mentions.length > 0 ? assigned(mentions, others, saysWhat) : undefined;
  const answers = [...statuses, ...(found?.answers ?? [])];
  return answers.length > 0 ? withAnswers(unfinished, answers, found?.left ?? []) : undefined;
}

/** "La 19 no vino": whom an answer names that says what they are; that must be so in the end (`agreeing`). */
function namedIn(alone: WhoCame, { lines }: People): Mention[] | undefined {
  if (!alone.ok) return undefined;
  const ids = new Set(alone.marks.filter(({ named }) => named).map(({ personId }) => personId));
  const numbers = lines.filter(({ personId }) => ids.has(personId)).map(({ number }) => number);
  return numbers.map((number) => ({ is: 'people', numbers: [number], led: true }));
}

/** Yes or no, where one person was guessed at: "¿Es Paola Medina?". */
function plainAnswer({ about, start, end }: Open, clean: string): Answer | undefined {
  const isGuess = (about.kind === 'which' && about.numbers.length === 1) || about.kind === 'together';
  const answer = isGuess ? yesNo(clean) : undefined;
  if (!answer || !isGuess) return undefined;
  return answer === 'yes' ? { to: 'people', start, end, people: about.numbers } : { to: 'not', start, end };
}

/** Which of two statements holds: "sí vino", "faltó", "la 4 faltó". */
function statusAnswers(open: Open[], clean: string, alone: WhoCame, people: People): Answer[] {
  const numbers = open.flatMap(({ about }) => (about.kind === 'contradiction' ? [about.number] : []));
  const [only] = numbers;
  if (only === undefined) return [];
  const elements = (elementsOf(tokensOf(clean), people) ?? []).filter(({ is }) => is !== 'comma' && is !== 'end');
  const [status, another] = elements.filter((one) => one.is !== 'status' || !one.bare || elements.length === 1);
  if (numbers.length === 1 && status?.is === 'status' && !another && !status.bare)
    return [{ to: 'status', number: only, status: status.status }];
  if (!alone.ok) return [];
  const ids = new Map(people.lines.map(({ personId, number }) => [personId, number]));
  const named = alone.marks
    .filter((mark) => mark.named)
    .map(({ personId, status }) => ({ number: ids.get(personId) ?? 0, status }));
  if (!named.every(({ number }) => numbers.includes(number)) || !isStatement(clean, people)) return [];
  return named.map(({ number, status }) => ({ to: 'status', number, status }));
}

/**
 * Her words again with the answer. What the answer says somebody is must come out of it; of others than those who were
 * asked about it may say more ("faltaron la 19 y la 5"), if nobody else is then otherwise than it says by itself.
 */
function agreeing(
  next: Unfinished | undefined,
  { clean, alone, people, asked }: Said,
  read: (next: Unfinished) => WhoCame,
): WhoCame | undefined {
  const result = next && read(next);
  if (!result || !alone.ok || !isStatement(clean, people)) return result;
  const given = next.answers
    .slice(asked)
    .flatMap((one) => ('people' in one ? one.people : 'number' in one ? [one.number] : []));
  const ids = new Set(people.lines.filter(({ number }) => given.includes(number)).map(({ personId }) => personId));
  const named = alone.marks.filter((mark) => mark.named);
  if (!result.ok) return named.every(({ personId }) => ids.has(personId)) ? result : undefined;
  const statuses = new Map(result.marks.map(({ personId, status }) => [personId, status]));
  const more = named.filter(({ personId, status }) => statuses.get(personId) !== status);
  if (more.some(({ personId }) => ids.has(personId))) return undefined;
  const marks = people.lines.flatMap(
    ({ personId }) => [...more, ...result.marks].find((mark) => mark.personId === personId) ?? [],
  );
  return more.length === 0 || isBoth(marks, alone.marks) ? { ...result, marks } : undefined;
}

/** Whether nothing that is said by itself is otherwise in the end. */
function isBoth(marks: Decided[], alone: Decided[]): boolean {
  const statuses = new Map(marks.map(({ personId, status }) => [personId, status]));
  return alone.every(({ personId, status }) => statuses.get(personId) === status);
}

function isStatement(clean: string, people: People): boolean {
  return elementsOf(tokensOf(clean), people)?.some(({ is }) => is === 'status') ?? false;
}

/** "Vinieron 12", and then who missed: both together, and the count must be right. Or all of it over: "faltaron 2, la 1 y la 9". */
function counted(unfinished: Unfinished, clean: string, roster: RosterLine[], besides: Besides): WhoCame | undefined {
  if (!unfinished.open.every(({ about }) => about.kind === 'how_many')) return undefined;
  const text = `${unfinished.text}\n${clean}`;
  const answers = [...unfinished.answers, ...countsOf(unfinished)];
  const both = again({ ...unfinished, text, answers }, roster, besides);
  if (both.ok) return both;
  const alone = whoCame(clean, roster, besides);
  const asked = unfinished.open.map(({ about }) => about);
  if (alone.ok || JSON.stringify(alone.unclear) !== JSON.stringify(asked)) return undefined;
  const over = again({ ...alone.unfinished, answers: countsOf(alone.unfinished) }, roster, besides);
  return over.ok ? over : undefined;
}

function countsOf({ open }: Unfinished): Answer[] {
  return open.map(({ start, end }) => ({ to: 'count', start, end, isTold: true }));
}

/** The sentence that was not understood, written anew or left out. */
function rewritten(
  unfinished: Unfinished,
  clean: string,
  roster: RosterLine[],
  { besides, alone }: { besides: Besides; alone: WhoCame },
): WhoCame | undefined {
  const [first] = unfinished.open;
  if (first?.about.kind !== 'not_understood') return undefined;
  const isLeftOut = leaving.test(clean);
  if (!isLeftOut && !alone.ok) return undefined;
  const { start, end } = first;
  const words = isLeftOut ? '' : clean;
  const text = unfinished.text.slice(0, start) + words + unfinished.text.slice(end);
  const by = words.length - (end - start);
  const answers = unfinished.answers.map((one) =>
    'start' in one && one.start >= end ? { ...one, start: one.start + by, end: one.end + by } : one,
  );
  const result = again(withAnswers({ ...unfinished, text, answers }, [], []), roster, besides);
  const before = unfinished.text.slice(start, end).trim();
  const left = isLeftOut || !coversAll(before, alone, roster) ? [before] : [];
  return result.ok
    ? { ...result, left: [...result.left, ...left] }
    : { ...result, unfinished: { ...result.unfinished, left: [...result.unfinished.left, ...left] } };
}

/** Whether what she writes anew speaks of all whom the words in its place spoke of. */
function coversAll(before: string, alone: WhoCame, roster: RosterLine[]): boolean {
  const people = peopleOf(roster);
  const named = new Set(alone.ok ? alone.marks.filter((mark) => mark.named).map(({ personId }) => personId) : []);
  const numbers = (elementsOf(tokensOf(before), people) ?? []).flatMap((one) => {
    if (one.is === 'number') return [one.value];
    const found = one.is === 'run' ? people.named(one.words).numbers : [];
    return found.length === 1 ? found : [];
  });
  return roster.every(({ number, personId }) => !numbers.includes(number) || named.has(personId));
}

const leaving = /^\s*(?:om[ií]t\w*|s[aá]lt\w*|d[eé]j\w* as[ií]|olv[ií]d\w*|skip|leave it out|forget it)[\s.!]*$/iu;
