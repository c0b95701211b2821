/** Colombian identity documents; SC = salvoconducto, OTRO = in process, foreign or none. */
export const documentTypes = ['CC', 'CE', 'PPT', 'PEP', 'PA', 'TI', 'SC', 'OTRO'] as const;
export type DocumentType = (typeof documentTypes)[number];

/** What she gave: `number` is normalised (digits, or upper-case letters and digits) and absent for OTRO without one. */
export type DocumentGiven = { type: DocumentType; number?: string };

/** `odd_length`: unusual, so she is asked whether it is right. `impossible`: no such document, so it is asked again. */
export type DocumentFault = 'odd_length' | 'impossible';

/** The bare number of what was typed: no dots, spaces, hyphens or typed prefix ("CC 52.123.456" gives "52123456"). */
export function normaliseDocument(text: string, type?: DocumentType): string {
  const plain = text.slice(0, longestTyped).normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
  const number = plain.replace(spokenPrefix, '').replace(/[^0-9A-Z]/g, '');
  // A passport may well begin with "CC" or "PA": only where letters cannot be part of the number is a glued prefix typed.
  return type && takesLetters(type) ? number : number.replace(gluedPrefix, '');
}

/** What is wrong with a normalised number of this type, if anything. Sources disagree on lengths, so length alone never refuses. */
export function documentFault(type: DocumentType, number: string): DocumentFault | undefined {
  const { letters, shortest, longest } = rules[type];
  if (!/^[0-9A-Z]{1,20}$/.test(number) || !/[1-9]/.test(number)) return 'impossible';
  if (!letters && /\D/.test(number)) return type === 'PPT' ? 'odd_length' : 'impossible';
  return number.length < shortest || number.length > longest ? 'odd_length' : undefined;
}

/** Whether a text is the short name of a kind of document. */
export function isDocumentType(text: string): text is DocumentType {
  return Object.hasOwn(rules, text);
}

/** Whether only minors carry this document: they are pointed to staff. */
export function isForMinors(type: DocumentType): boolean {
  return type === 'TI';
}

/** Whether letters may be part of this document's number. */
export function takesLetters(type: DocumentType): boolean {
  return rules[type].letters;
}

const longestTyped = 200;

// The widest span any source gives; a PPT is also found written with its prefix and with letters.
const rules: Record<DocumentType, { letters: boolean; shortest: number; longest: number }> = {
  CC: { letters: false, shortest: 4, longest: 10 },
  CE: { letters: false, shortest: 4, longest: 10 },
  PPT: { letters: false, shortest: 3, longest: 12 },
  PEP: { letters: false, shortest: 15, longest: 15 },
  PA: { letters: true, shortest: 5, longest: 16 },
  TI: { letters: false, shortest: 8, longest: 11 },
  SC: { letters: true, shortest: 4, longest: 16 },
  OTRO: { letters: true, shortest: 4, longest: 16 },
};

const spokenPrefix =
  /^[^0-9A-Z]*(?:(?:C\.? ?C|C\.? ?E|P\.? ?P\.? ?T|P\.? ?E\.? ?P|T\.? ?I|S\.? ?C|P\.? ?A|CEDULA|PASAPORTE|SALVOCONDUCTO|TARJETA|DOCUMENTO|DE|CIUDADANIA|EXTRANJERIA|IDENTIDAD|NUMERO|NUM|NRO|NO|N)(?=[^0-9A-Z]+)[^0-9A-Z]+){1,8}/;
const gluedPrefix = /^(?:CC|CE|PPT|PEP|TI|CEDULA|NO)(?=\d)/;
