import { type DocumentGiven, documentFault, normaliseDocument } from '../domain/document';
import { isParticle, type Names } from '../domain/names';
import type { RosterLine } from '../services/desk';
import { documentType } from './document';
import { readName } from './name';
import { mayBeSurname } from './notNames';
import { numberAt } from './number';
import { folded, longestText, phraseSet, wordSet, wordsOf } from './text';
import { vocabulary } from './whoCame/lexicon';
import { peopleOf } from './whoCame/people';

/** Somebody told to have come without being on the list, as she was named. */
export type WalkIn = { names: Names; document?: DocumentGiven; status: 'present' | 'late' };

/**
 * Who came without a place ("también vino Carmen Díaz, CC 123"), and the message without them. Conservative: somebody is
 * new who is told with a document, or as new, or by first and last name beside a word for coming, and whom the list does not
 * know. Whoever it may know stays in `rest`, to be read as anybody of the list.
 */
export function walkInsIn(text: string, roster: RosterLine[]): { walkIns: WalkIn[]; rest: string } | undefined {
  const typed = text.slice(0, longestText).normalize('NFC').slice(0, longestRead);
  if (
    text.length > longestRead ||
    /[?¿]/.test(typed) ||
    ofHerself.test(typed) ||
    (typed.match(typedDocument) ?? []).length > mostTold
  )
    return undefined;
  const { plain, documents } = withoutDocuments(typed);
  const sentences = plain.split(sentenceEnds).map((sentence) => inSentence(sentence, documents, roster));
  const walkIns = sentences.flatMap((one) => one.walkIns);
  if (walkIns.length === 0) return undefined;
  return {
    walkIns,
    rest: sentences
      .map(({ rest }) => rest)
      .filter(Boolean)
      .join('\n'),
  };
}

const longestRead = 800;
const mostTold = 20;
// Who tells her own name has come to register, not to class.
const ofHerself = /(?<!\p{L})(?:soy|me llamo|mi nombre|i am|i['’]m|my name)(?!\p{L})/iu;
const sentenceEnds = /[;\n]|\.(?=\s|$)/u;
const chunkEnds = /[,:]|\s+(?:y|e|and|&)\s+/u;

const kinds =
  'c\\.? ?c\\.?|c\\.? ?e\\.?|p\\.? ?p\\.? ?t\\.?|p\\.? ?e\\.? ?p\\.?|t\\.? ?i\\.?|c[eé]dula(?: de (?:ciudadan[ií]a|extranjer[ií]a))?|sedula|documento|pasaporte|passport|permiso|id';
const typedDocument = new RegExp(
  `(?:[\\s,]+(?:y|con|de|su|la|el|with|her|documento|n[uú]mero de))*[\\s,(]*(?<![\\p{L}\\d])(?<kind>${kinds})(?:[\\s:#.°]+(?:n[uú]mero|num|nro|no|es|number|is|n°))*[\\s:#.°-]*(?<number>(?:[a-z]{1,3})?\\d(?:[\\d.' -]{0,18}\\d)?)(?![\\p{L}\\d])\\)?`,
  'giu',
);
const bare = /(?<![\p{L}\d])\d[\d.' -]{4,14}\d(?![\p{L}\d])/gu;
const held = /⟦(\d+)⟧/gu;

/** The text with its documents taken out, a mark in the place of each. A bare mobile number is no document. */
function withoutDocuments(typed: string): { plain: string; documents: (DocumentGiven | undefined)[] } {
  const documents: (DocumentGiven | undefined)[] = [];
  const hold = (document: DocumentGiven | undefined) => ` ⟦${documents.push(document) - 1}⟧ `;
  const plain = typed
    .replace(/[⟦⟧]/g, ' ')
    .replace(typedDocument, (_, kind: string, number: string) => hold(documentOf(kind, number)))
    .replace(bare, (number) => (/^3\d{9}$/.test(number.replace(/\D/g, '')) ? ' ' : hold(documentOf('cc', number))))
    .replace(/(?<!\p{L})(sra?|srta|dra?|d[ñn]a|\p{L})\.(?=\s)/giu, '$1 ');
  return { plain, documents };
}

function documentOf(kind: string, typed: string): DocumentGiven | undefined {
  const type = documentType(kind.replace(/\./g, '')) ?? 'CC';
  const number = normaliseDocument(typed, type);
  return documentFault(type, number) === 'impossible' ? undefined : { type, number };
}

type Chunk = {
  kind: 'name' | 'lead' | 'other';
  names?: Names;
  words: string[];
  document?: DocumentGiven;
  says: Set<Sign>;
};
type Sign = 'came' | 'also' | 'new' | 'late';

function inSentence(
  sentence: string,
  documents: (DocumentGiven | undefined)[],
  roster: RosterLine[],
): { walkIns: WalkIn[]; rest: string } {
  const chunks = sentence.split(chunkEnds).map((chunk) => chunkOf(chunk, documents));
  const start = firstOf(chunks);
  const whole = sentence.replace(held, ' ').replace(/\s+/g, ' ').trim();
  if (start === undefined) return { walkIns: [], rest: whole };
  const people = peopleOf(roster);
  const said = new Set(chunks.slice(start).flatMap(({ says }) => [...says]));
  const walkIns: WalkIn[] = [];
  const listed: string[] = [];
  for (const chunk of chunks.slice(start, start + mostTold)) {
    const last = walkIns.at(-1);
    if (!chunk.names) {
      if (chunk.document && last && !last.document) last.document = chunk.document;
      continue;
    }
    const status = said.has('late') ? 'late' : 'present';
    const { numbers } = people.named(chunk.words);
    const isWhole = chunk.names.last !== '';
    const isNew = said.has('new') || (numbers.length === 0 && (isWhole || chunk.document));
    if (isNew) walkIns.push({ names: chunk.names, ...(chunk.document && { document: chunk.document }), status });
    else listed.push(`${status === 'late' ? 'llegó tarde' : 'vino'} ${chunk.words.join(' ')}`);
  }
  if (walkIns.length === 0) return { walkIns, rest: whole };
  const before = sentence.replace(held, ' ').split(chunkEnds).slice(0, start).join(', ');
  return {
    walkIns,
    rest: [before, ...listed]
      .map((one) => one.trim())
      .filter(Boolean)
      .join('\n'),
  };
}

/** Where those begin who were not expected: from there on there is nothing but names and words about their coming. */
function firstOf(chunks: Chunk[]): number | undefined {
  const start = chunks.findIndex(
    (chunk, at) =>
      (chunk.says.size > 0 || chunk.document !== undefined || chunks[at + 1]?.says.has('came') === true) &&
      chunk.kind !== 'other' &&
      chunks.slice(at).every(({ kind }) => kind !== 'other'),
  );
  const isTold = chunks
    .slice(start)
    .some(({ says, document }) => document || [...says].some((sign) => sign !== 'late'));
  return start < 0 || !isTold ? undefined : start;
}

function chunkOf(typed: string, documents: (DocumentGiven | undefined)[]): Chunk {
  const at = /⟦(\d+)⟧/u.exec(typed);
  const document = at ? documents[Number(at[1])] : undefined;
  const pieces = typed.replace(held, ' ').split(/\s+/).filter(Boolean);
  const says = new Set<Sign>();
  const { names, left } = stripped(pieces, says);
  const kind = left === 0 ? 'lead' : names ? 'name' : 'other';
  const words = names ? wordsOf(`${names.first} ${names.last}`) : [];
  return { kind, words, says, ...(names && { names }), ...(document && { document }) };
}

/** What is left of a piece without the words about coming at its ends. */
function stripped(pieces: string[], says: Set<Sign>): { names?: Names; left: number } {
  const line = pieces.map((piece) => folded(piece).replace(/[^\p{L}\p{N}]/gu, ''));
  let [start, end] = [0, line.length];
  for (let length = takenAt(line, start, end, says); length > 0; length = takenAt(line, start, end, says))
    start += length;
  for (let length = takenBefore(line, start, end, says); length > 0; length = takenBefore(line, start, end, says))
    end -= length;
  const isOther = line.slice(start, end).some((word, at) => isNoPart(word) && !(at > 0 && mayBeSurname(word)));
  const read = start < end && !isOther ? readName(pieces.slice(start, end).join(' '), { isTold: true }) : undefined;
  return { left: end - start, ...(read?.ok && { names: read.value }) };
}

// What is said of a list ("all but", "from one to ten") is nobody's name.
function isNoPart(word: string): boolean {
  if (isParticle(word)) return false;
  return others.has(word) || vocabulary.has(word) || numberAt([word], 0) !== undefined;
}

function takenAt(line: string[], start: number, end: number, says: Set<Sign>): number {
  for (let length = Math.min(longestPhrase, end - start); length > 0; length -= 1)
    if (takes(line.slice(start, start + length).join(' '), says)) return length;
  return 0;
}

function takenBefore(line: string[], start: number, end: number, says: Set<Sign>): number {
  for (let length = Math.min(longestPhrase, end - start); length > 0; length -= 1)
    if (takes(line.slice(end - length, end).join(' '), says)) return length;
  return 0;
}

function takes(phrase: string, says: Set<Sign>): boolean {
  const sign = signs.find(([, phrases]) => phrases.has(phrase))?.[0];
  if (sign) says.add(sign);
  return sign !== undefined || fillers.has(phrase);
}

const longestPhrase = 7;
const signs: [Sign, Set<string>][] = [
  [
    'came',
    phraseSet(
      'vino|vinieron|llego|llegaron|asistio|asistieron|estuvo|estuvieron|aparecio|aparecieron|se presento|se presentaron|esta aqui|came|arrived|showed up|turned up|joined|was here|is here|are here|attended',
    ),
  ],
  [
    'also',
    phraseSet(
      'tambien|ademas|tambien me|agregue|agregue a|agrega a|agrega|agregar a|agregar|anada a|anada|sume a|sume|sumar a|anote a|anote|anotar a|anotar|apunte a|incluya a|incluir a|ponga a|add|include|too|also|as well',
    ),
  ],
  [
    'new',
    phraseSet(
      'nueva|nuevas|nuevo|nuevos|invitada|invitado|visitante|new|guest|walk in|walkin|que no esta en la lista|no esta en la lista|que no esta en lista|no esta en lista|que no aparece en la lista|no aparece en la lista|no sale en la lista|que no estaba en la lista|sin estar en la lista|fuera de lista|sin inscribir|sin inscripcion|no inscrita|que no esta inscrita|no esta inscrita|not on the list|who is not on the list|is not on the list|who isnt on the list|isnt on the list',
    ),
  ],
  ['late', phraseSet('tarde|llego tarde|llegaron tarde|late')],
];
const others = wordSet(
  'falto faltaron falta faltan faltaba ausente ausentes excusa excusada permiso incapacidad cita enferma temprano presente presentes ' +
    'absent missed missing sick excused present early',
);
const fillers = wordSet(
  'y e and ah hoy ayer una un unas otra otras dos tres a al la clase grupo con su me nos profe hola buenas senora senoras senor dona don sra sr srta ' +
    'persona personas chica chicas muchacha mama cuidadora cuidadoras vecina alumna alumnas estudiante companera mas que se llama llamada llaman ' +
    'por favor porfa there the lady woman named called who today yesterday here with up well she her name is in class',
);
