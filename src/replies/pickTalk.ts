import { any } from './anyOf';
import { isNear } from './near';
import { refusals } from './pickWords';
import { timedWords, whenIn } from './when';
import { isBusy } from './whenBusy';

type Option = { id: string; title: string };

/** A line without "de las que puso", "de la lista", which tells of which she takes one. */
export function withoutOfThose(line: string): string {
  return line.replace(ofThose, '');
}

const ofThose =
  /(?<=\w) de (?:todas|todos|la lista|esa lista|ellas|ellos|esas|esos|(?:las|los) (?:opciones|cursos|clases))?(?:(?<=de )(?:las|los))?(?: ?que (?:me |le )?(?:puso|pusieron|mando|mandaron|hay|tiene|tienen|mostro|mostraron|salen|aparecen|dio|dieron|dijo|dijeron|estan|nombro|ofrecen))?$/;

/** The clause that says which one, among others that only talk: "coser ya sé, póngame en la de baile", "…, lo de estirarse". */
export function clauseThatTakes(line: string, shown: string[]): string | undefined {
  const clauses = line.split(' / ');
  const last = clauses.at(-1) ?? '';
  const talk = clauses.slice(0, -1).join(' / ');
  if (clauses.length > 1 && ordered.test(last) && known.test(talk)) return last;
  const names = (word: string) => refusals.has(word) || shown.some((one) => one.length > 2 && isNear(word, one));
  const isTalk = clauses.length > 1 && !talk.split(/[ /]+/).some((word) => places.test(word) || names(word));
  if (isTalk && described.test(last)) return last;
  return wanted.exec(line)?.[1];
}

const places = /^(?:primer|segund|tercer|cuart|quint|sext|ultim|penultim)|\d/;
const ordered =
  /^(?:(?:entonces|mejor|asi que|por eso|pues) )*(?:anot|apunt|inscrib|registr|reserv|separ|pong|met|dej|ech)(?:a|e|o|en)?(?:me|nos) (?:en|a|para|por|con) /;
const known = any('no|ya (?:se|aprendi|hice|la hice|lo hice|la vi|lo vi)');
const described = /^(?:lo|la|el|esa|ese|eso|aquella|la clase|el curso) (?:de|del|que es) /;
const wanted =
  /^(?:\w+ ){2,14}(?:y|entonces|asi que|por eso)(?: yo)? ((?:quiero|prefiero|escojo|me quedo con|me gustaria) [^/]+)$/;

/** Where she tells when she cannot, and takes what is left: "entre semana trabajo, entonces toca el otro". */
export function leftOver(line: string, options: Option[]): string | undefined {
  const taken = theOther.exec(line);
  if (!taken) return undefined;
  const head = line.slice(0, taken.index);
  if (!isBusy(head) && !head.split(/[ /]+/).some((word) => refusals.has(word))) return undefined;
  const { days, from, before } = whenIn(head.split(/[ /]+/)).times ?? {};
  const dated = options.map(({ id, title }) => ({ id, days: whenIn(timedWords(title)).times?.days }));
  if (!days || from || before || dated.some((one) => !one.days)) return undefined;
  const [only, another] = dated.filter((one) => !one.days?.some((day) => days.includes(day)));
  return another ? undefined : only?.id;
}

const theOther =
  /(?:^| )(?:\/ )?(?:(?:entonces|asi que|pues|por eso|mejor) )*(?:(?:me )?(?:toca|tocaria|queda|quedaria|sirve|quedo con|dejeme|deje|seria|deme|pongame en|anoteme en) )?(?:el|la) (?:otr[oa]|que queda|que sobra|unic[oa])(?: (?:horario|dia|turno|grupo|que queda|por favor|gracias))*$/;
