import { isWithin } from '../domain/edits';
import { folded, wordsOf } from './text';

/** Whether somebody says that she is not the one we take her for: "cambiar de persona", "no soy Rosa", "soy otra". */
export function saysOther(text: string): boolean {
  return text.length <= LONGEST && OTHER.test(folded(text));
}

/** The name somebody says she is, and nothing besides, as plain words: "soy Rosa", "le escribe Luz Dary". */
export function nameSaid(text: string): string[] | undefined {
  if (text.length > LONGEST) return undefined;
  const [, name = ''] = HERE.exec(folded(text)) ?? [];
  const words = wordsOf(name);
  return words.length > 0 && words.length <= MOST_WORDS ? words : undefined;
}

/** Those of several people whom a name may mean; every word must be one of theirs, up to one letter. */
export function meantBy<P extends { firstNames: string; lastNames: string }>(words: string[], people: P[]): P[] {
  const fits = (word: string, of: string) => word === of || (word.length > 3 && isWithin(word, of, 1));
  return people.filter(({ firstNames, lastNames }) => {
    const theirs = wordsOf(`${firstNames} ${lastNames}`);
    return words.length > 0 && words.every((word) => theirs.some((of) => fits(word, of)));
  });
}

const LONGEST = 80;
const MOST_WORDS = 6;
const OTHER =
  /^\W*(?:hola\W+)?(?:(?:quiero |deseo )?cambiar(?: de)? persona|cambio de persona|(?:yo )?no soy (?!nuev|de |la )\w+(?: \w+){0,3}|(?:soy )?otra persona|soy otra|(?:quiero |para )?registrar (?:a )?otra persona|(?:i am |im )?(?:an)?other person|(?:change|switch) person|i am not \w+|im not \w+|someone else|somebody else)\W*$/;
const HERE =
  /^\W*(?:hola\W+|buen[oa]s(?: dias| tardes| noches)?\W+)?(?:yo soy|soy|habla|aqui|le escribe|escribe|me llamo|it is|its|this is|i am|im)\W+([\p{L} ]+?)\W*$/u;
