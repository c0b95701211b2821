import type { Danger } from '../domain/helpLines';
import { dangers, type Sign } from './dangerSigns';
import { longestText, wordsOf } from './text';

/** Which dangers a message tells of, and the language of its words. */
export type DangerTold = { dangers: Danger[]; language: 'es' | 'en' };

/**
 * Reads words of danger ("me pega", "me quiero morir"), wherever they stand in a message. Whoever writes them is given
 * the numbers of those who help, so a doubt counts as danger; what only sounds like it ("me pega el sol") does not.
 */
export function dangerIn(text: string): DangerTold | undefined {
  // What stands in another sentence makes nothing harmless.
  const lines = text
    .slice(0, longestText)
    .split(/[.!?;\n]+/)
    .map((sentence) => wordsOf(sentence).map(unstretched).join(' '));
  const told = dangers.filter(({ sign }) => lines.some((line) => isTold(sign, line)));
  const [first] = told;
  if (!first) return undefined;
  return { dangers: [...new Set(told.map(({ danger }) => danger))], language: first.language };
}

function isTold({ told, unless }: Sign, line: string): boolean {
  for (const { index, 0: found } of line.matchAll(told)) {
    const around = {
      before: line.slice(Math.max(0, index - 60), index),
      after: line.slice(index + found.length, index + found.length + 60),
    };
    if (!unless?.before?.test(around.before) && !unless?.after?.test(around.after) && !unless?.whole?.test(line))
      return true;
  }
  return false;
}

/** "Auxiliooo" as "auxilio"; and slips of words too short to guess at. */
function unstretched(word: string): string {
  const plain = word.replace(/(.)\1{2,}/g, '$1').replace(/([aeiou])\1$/, '$1');
  return slips[plain] ?? plain;
}

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
  suisidarme: 'suicidarme',
  suisidio: 'suicidio',
  biolencia: 'violencia',
};
