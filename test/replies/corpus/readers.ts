import { documentTyped, nameTyped, numberOrOther } from '../../../dialogs/identityTyped';
import type { Company } from '../../../src/domain/company';
import { type DocumentGiven, type DocumentType, documentFault } from '../../../src/domain/document';
import type { Names } from '../../../src/domain/names';
import type { Times } from '../../../src/domain/times';
import { readCompany } from '../../../src/replies/company';
import { dangerIn } from '../../../src/replies/danger';
import { globalWord } from '../../../src/replies/globalWords';
import { isGreeting, readIntent } from '../../../src/replies/intent';
import { introduction } from '../../../src/replies/introduction';
import { passingQuestion } from '../../../src/replies/passingQuestion';
import { pick } from '../../../src/replies/pick';
import { readWhen } from '../../../src/replies/when';
import { yesNo } from '../../../src/replies/yesNo';
import { placesMeant } from './places';
import { type Suite, suiteOf } from './suite';

const suite = (reader: string, read: Suite['read']) => suiteOf('test/replies/corpus', reader, read);

/** The readers of caregivers' words, as the questions use them. */
export const readerSuites: Suite[] = [
  suite('yesNo', (text) => yesNo(text) ?? 'unclear'),
  suite('name', (text) => {
    const read = nameTyped(text);
    return read.ok ? namesWritten(read.value) : 'unclear';
  }),
  suite('document', (text, asked) => {
    if (asked === 'type') {
      const read = documentTyped(text);
      return read.ok && 'type' in read.value ? written(read.value) : 'unclear';
    }
    const type = asked as DocumentType;
    const read = numberOrOther(text, type);
    if (!read.ok) return 'unclear';
    return written(typeof read.value === 'string' ? { type, number: read.value } : read.value);
  }),
  suite('place', (text) => placesMeant(text)),
  suite('choice', (text, shown) => {
    const titles = shown.split('; ');
    const picked = pick(
      text,
      titles.map((title) => ({ id: title, title })),
    );
    return picked.ok ? picked.value : 'unclear';
  }),
  suite('when', (text) => {
    const times = readWhen(text);
    return times ? timesWritten(times) : 'unclear';
  }),
  suite('intent', (text) => {
    if (isGreeting(text)) return 'hello';
    const { wish, sought: { topic, place, when } = {} } = readIntent(text) ?? {};
    const slots = [topic && `topic ${topic}`, place && `place ${place}`, when && timesWritten(when)];
    return wish ? [wish, ...slots.filter(Boolean)].join(' | ') : 'unclear';
  }),
  suite('registration', (text) => {
    const { names, document, number, place } = introduction(text);
    const parts = [names && namesWritten(names), document ? written(document) : number, place];
    return parts.filter(Boolean).join(' | ') || 'unclear';
  }),
  suite('danger', (text) => dangerIn(text)?.dangers.join(' | ') ?? 'unclear'),
  suite('globalWord', (text) => globalWord(text)?.word ?? 'unclear'),
  suite('company', (text) => {
    const read = readCompany(text);
    return read.ok ? companyWritten(read.value) : 'unclear';
  }),
  suite('passing', (text) => passingQuestion(text) ?? 'unclear'),
];

// Parted by commas, not " | ": who is read in part only would be kept so.
function companyWritten({ children, older, disabled }: Company): string {
  const groups = Object.entries({ children, older, disabled }).filter(([, count]) => count > 0);
  return groups.map(([group, count]) => `${group} ${count}`).join(', ') || 'alone';
}

function namesWritten({ first, last }: Names): string {
  return `${first} / ${last}`.trim();
}

function written({ type, number }: DocumentGiven): string {
  const odd = number !== undefined && documentFault(type, number) === 'odd_length' ? 'odd' : undefined;
  return [type, number, odd].filter(Boolean).join(' ');
}

/** "mar,jue 14:00-16:00"; runs of days as "lun-vie". */
function timesWritten({ days = [], from, before }: Times): string {
  const [first = 1] = days;
  const isRun = days.length > 2 && (days.at(-1) ?? 0) - first === days.length - 1;
  const named = (isRun ? [first, days.at(-1) ?? first] : days).map((day) => dayNames[day - 1]);
  const week = days.length === 0 ? 'any' : named.join(isRun ? '-' : ',');
  return from || before ? `${week} ${from ?? ''}-${before ?? ''}` : week;
}

const dayNames = ['lun', 'mar', 'mie', 'jue', 'vie', 'sab', 'dom'];
