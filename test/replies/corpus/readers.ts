import { type DocumentGiven, type DocumentType, documentFault } from '../../../src/domain/document';
import { documentType, readDocument } from '../../../src/replies/document';
import { globalWord } from '../../../src/replies/globalWords';
import { readName } from '../../../src/replies/name';
import { pick } from '../../../src/replies/pick';
import { yesNo } from '../../../src/replies/yesNo';
import { placesMeant } from './places';
import { type Suite, suiteOf } from './suite';

const suite = (reader: string, read: Suite['read']) => suiteOf('test/replies/corpus', reader, read);

/** The readers of caregivers' words. */
export const readerSuites: Suite[] = [
  suite('yesNo', (text) => yesNo(text) ?? 'unclear'),
  suite('name', (text) => {
    const read = readName(text);
    return read.ok ? `${read.value.first} / ${read.value.last}`.trim() : 'unclear';
  }),
  suite('document', (text, asked) => {
    const type = asked === 'type' ? documentType(text) : (asked as DocumentType);
    if (!type) return 'unclear';
    const read = readDocument(text, type);
    if (read.ok) return written(read.value);
    return asked === 'type' ? type : 'unclear';
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
  suite('globalWord', (text) => globalWord(text)?.word ?? 'unclear'),
];

function written({ type, number }: DocumentGiven): string {
  const odd = number !== undefined && documentFault(type, number) === 'odd_length' ? 'odd' : undefined;
  return [type, number, odd].filter(Boolean).join(' ');
}
