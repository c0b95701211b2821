import { any } from './anyOf';
import { longestText, wordsOf } from './text';

/**
 * What an instructor says out of the blue of who came, and what leads to it: "Buenas tardes, asistencia de ayer: todas menos
 * 3 y 7" is "todas menos 3 y 7", led by the rest. Only what plainly is a statement about a list; a question is none.
 */
export function attendanceSaid(text: string): { lead: string; said: string } | undefined {
  const typed = text.slice(0, longestText).normalize('NFC');
  if (/[?¿]/.test(typed)) return undefined;
  const [lead = ''] = leads.exec(typed) ?? [];
  const said = typed.slice(lead.length).trim();
  const line = wordsOf(said).slice(0, MOST_WORDS).join(' ');
  if (!statement.test(line) && !(/asistencia|lista|attendance/i.test(lead) && ofAll.test(line))) return undefined;
  const [, before = '', day = ''] = dayInside.exec(said) ?? [];
  return { lead: `${lead} ${day}`.trim(), said: before + said.slice(before.length + day.length) };
}
const MOST_WORDS = 40;

const end = '(?!\\p{L})[\\s,.!-]*';
const greeting = `(?:(?:hola|buen(?:a|as|os)?|d[ií]as?|tardes?|noches?|profe|cordial|saludo|good|morning|afternoon|evening|hi|hello)${end})*`;
const day = `(?:(?:(?:el |del |de |este |la de )?(?:hoy|ayer|antier|anteayer|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)|today|yesterday)${end})*`;
// Before the colon stands which class it is, and nothing of who came.
const ofWhich =
  '(?!\\p{L})(?![^:]*(?:tod[ao]s|menos|falt|vin|tarde|ausen|presen|excus|lleg|nadie|all|absent|late|came|nobody))(?:\\s+\\p{L}+){0,6}(?:\\s+\\d{1,2}(?:\\s+de\\s+\\p{L}+)?)?\\s*:\\s*';
const heading = `(?:(?:la |mi |the )?(?:asistencia|lista|attendance)(?:${ofWhich}|${end}(?:(?:de|del|la|clase|of|for|the|class)${end})*))?`;
const leads = new RegExp(`^\\s*${greeting}${day}${heading}${day}`, 'iu');

// "Faltaron ayer la 3 y la 5".
const dayInside = /^((?:(?:no )?\p{L}+ (?:todas |todos )?))((?:ayer|antier|anteayer|yesterday) )/iu;

const someone = '((la|las|el|los|numero|del|de la|solo) )*\\d{1,2}';
const came =
  'vino|vinieron|llego|llegaron|falto|faltaron|asistio|asistieron|tarde|excusa|tiene excusa|came|missed|was|were';
const ofAll = /^(todas|todos|completas|completos|nadie|ninguna|all|everyone|everybody|nobody)$/;
const statement = any(
  '^(todas|todos|all|everyone|everybody)( \\w+){0,3} (menos|excepto|salvo|except|but|minus)',
  '^(todas|todos|all|everyone|everybody)( \\w+){0,2} (vinieron|asistieron|llegaron|presentes|came|present|here)',
  '^(vinieron|asistieron|llegaron|estuvieron) (casi )?(todas|todos)',
  `^(solo )?(no )?(vinieron|asistieron|llegaron|faltaron|vino|llego|falto|asistio)( tarde)? ${someone}`,
  '^(nadie|ninguna|nobody) (vino|falto|asistio|llego|came|was absent)',
  `^((la|el|las|los|numero) )?\\d{1,2}( (y|e|and|la|el|\\d{1,2})){0,12}( no| si| tambien| tampoco| ya)* (${came})`,
);
