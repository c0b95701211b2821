import type { Danger } from '../domain/helpLines';
import { dangers } from './dangerSigns';
import { isInJest, isOver, laughsJoined, laughsSpelled } from './overOrJest';
import type { Sign } from './sign';
import { respelling } from './soundAlike';
import { longestText, wordsOf } from './text';

/** Which dangers a message tells of, and the language of its words. */
export type DangerTold = { dangers: Danger[]; language: 'es' | 'en' };

/**
 * Reads words of danger ("me pega", "me quiero morir"), wherever they stand in a message. Whoever writes them is given
 * the numbers of those who help, so a doubt counts as danger; what only sounds like it ("me pega el sol") does not.
 */
export function dangerIn(text: string): DangerTold | undefined {
  const sentences = laughsSpelled(text.slice(0, longestText))
    .slice(0, longestText)
    .split(/[.!?;\n]+/)
    .map((sentence) => wordsOf(sentence).map(unstretched).join(' '))
    .filter(Boolean)
    .join('\n');
  const joined = laughsJoined(sentences);
  const told = dangers.filter(({ danger, sign }) => isTold(sign, joined, danger === 'violence'));
  const [first] = told;
  if (!first) return undefined;
  return { dangers: [...new Set(told.map(({ danger }) => danger))], language: first.language };
}

// What stands in another sentence makes nothing harmless.
function isTold({ told, unless }: Sign, sentences: string, mayBeOver: boolean): boolean {
  for (const { index, 0: found } of sentences.matchAll(told)) {
    const [before = ''] = sentences
      .slice(Math.max(0, index - longestBeside), index)
      .split('\n')
      .slice(-1);
    const [after = ''] = sentences.slice(index + found.length, index + found.length + longestBeside).split('\n');
    const whole = `${before}${found}${after}`;
    const isHarmless = unless?.before?.test(before) || unless?.after?.test(after) || unless?.whole?.test(whole);
    if (!isHarmless && !(mayBeOver && (isOver(found, whole) || isInJest(whole)))) return true;
  }
  return false;
}

const longestBeside = 120;

/** "Auxiliooo" as "auxilio"; and slips of words too short to guess at. */
function unstretched(word: string): string {
  const plain = word.replace(/(.)\1{2,}/g, '$1').replace(/([aeiou])\1$/, '$1');
  return slips[plain] ?? respelled(plain);
}

// The words the signs are made of, and those whose endings they leave open.
const respelled = respelling([
  ...dangers.flatMap(({ sign: { told, unless } }) =>
    [told, unless?.before, unless?.after, unless?.whole].flatMap(
      (sign) => sign?.source.replace(/\\[bw][+*]?/g, '_').match(/(?<![\w\]])[a-z]{4,}(?![\w[?])/g) ?? [],
    ),
  ),
  ...[
    'hijo',
    'hija',
    'hijos',
    'hijas',
    'nieto',
    'nieta',
    'abuelo',
    'abuela',
    'hermano',
    'hermana',
    'vecino',
    'vecina',
    'suicidas',
    'suicida',
  ],
]);

const slips: Record<string, string> = {
  kiere: 'quiere',
  kieren: 'quieren',
  qiere: 'quiere',
  kiero: 'quiero',
  qiero: 'quiero',
  aucilio: 'auxilio',
  ausilio: 'auxilio',
  auxillio: 'auxilio',
  auksilio: 'auxilio',
  peja: 'pega',
  pga: 'pega',
  jolpea: 'golpea',
  golpia: 'golpea',
  golpio: 'golpeo',
  biolo: 'violo',
  mieo: 'miedo',
  persige: 'persigue',
  lla: 'ya',
  llo: 'yo',
  boi: 'voy',
  boy: 'voy',
  ijo: 'hijo',
  ija: 'hija',
  orcar: 'ahorcar',
  orcarme: 'ahorcarme',
  amenasada: 'amenazada',
  amenasa: 'amenaza',
  amenaso: 'amenazo',
  suisidarme: 'suicidarme',
  suisidio: 'suicidio',
  biolencia: 'violencia',
};
