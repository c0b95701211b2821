import { scripts } from '../../dialogs/all';
import { locales } from '../../locales/all';
import type { SentenceKey } from '../../src/script/say';
import { type Language, sentence } from '../../src/script/sentences';
import type { Ask, Known, World } from '../../src/script/steps';

const languages = Object.keys(locales) as Language[];
const all = languages.flatMap((language) =>
  Object.entries(locales[language]).map(([key, text]) => ({ language, key: key as SentenceKey, text })),
);

describe.each(languages)('in %s', (language) => {
  const written = Object.entries(locales[language]) as [SentenceKey, string][];

  test('there are the same sentences as in Spanish, in the same order', () => {
    expect(Object.keys(locales[language])).toEqual(Object.keys(locales.es));
  });

  test('every sentence has the same blanks as in Spanish', () => {
    for (const [key, text] of written) expect([key, blanksOf(text)]).toEqual([key, blanksOf(locales.es[key])]);
  });

  test('a form of a plural always holds "#" or a space, so that it is no blank', () => {
    for (const [key, text] of written) {
      for (const [, form = ''] of text.matchAll(/(?:=\d+|zero|one|two|few|many|other) ?\{([^}]*)\}/g))
        expect([key, form]).toEqual([key, expect.stringMatching(/[# ]/)]);
    }
  });

  test('every sentence can be said, with nothing left unfilled', () => {
    for (const [key, text] of written) {
      const numbers = new Set([...text.matchAll(/\{(\w+), plural/g)].map(([, name]) => name));
      const blanks = Object.fromEntries(blanksOf(text).map((name) => [name, numbers.has(name) ? 2 : 'Ana']));
      expect([key, sentence(language, { key, blanks })]).toEqual([key, expect.not.stringMatching(/[{}]|undefined/)]);
    }
  });

  test('no sentence is longer than twenty words', () => {
    for (const [key, text] of written)
      for (const part of sentencesOf(text))
        expect([key, part, part.split(' ').length <= 20]).toEqual([key, part, true]);
  });

  test('a message asks at most one thing and has at most one emoji', () => {
    for (const [key, text] of written) {
      const [questions, emoji] = [text.match(/\?/g) ?? [], text.match(/\p{Extended_Pictographic}/gu) ?? []];
      expect([key, questions.length <= 1, emoji.length <= 1]).toEqual([key, true, true]);
    }
  });
});

test('the words are plain: no office language, nothing of how we are built', () => {
  const jargon: Record<Language, RegExp> = {
    es: /(?<!\p{L})(ingrese|digite|diligenci\p{L}*|formulario|(?:in)?v[aá]lid\p{L}*|error\p{L}*|usuari\p{L}*|proces\p{L}*|solicitud(?:es)?|sistema|base de datos|titular|tratamiento|seleccione|a continuaci[oó]n|sesi[oó]n|plataforma|aplicativo|m[oó]dulo|suministr\p{L}*|requerid\p{L}*|vincul\p{L}*|notificaci\p{L}+|beneficiari\p{L}*|efectuar|diligencia|mediante|dicho|dicha|asimismo|bot|webhook)(?!\p{L})/iu,
    en: /\b(invalid|submit\w*|error\w*|users?|process\w*|database|select|proceed|session|platform|module|required|beneficiar\w*|notification\w*|pursuant|hereby|regarding|bot|webhook|kindly enter)\b/i,
  };
  expect(all.filter(({ language, text }) => jargon[language].test(text))).toEqual([]);
});

test('she is always "usted"', () => {
  const familiar =
    /(?<!\p{L})(tú|tu|tus|ti|te|contigo|puedes|quieres|tienes|eres|elige|toca|mira|dime|escríbeme|haz)(?!\p{L})/iu;
  expect(all.filter(({ language, text }) => language === 'es' && familiar.test(text))).toEqual([]);
});

describe.each(languages)('what can be tapped in %s', (language) => {
  const world = { locale: language, speaker: undefined } as World;
  const asks = scripts.flatMap(({ name, steps }) =>
    steps.flatMap((step) => (step.kind === 'ask' && step.options ? [{ name, step }] : [])),
  );

  test.each(asks.map(({ name, step }) => [`${name}.${step.name}`, step] as const))('fits under %s', async (_, step) => {
    const { titles, details, open } = await shown(step, world);
    expect(titles.filter((title) => title.length > (titles.length > 3 ? 24 : 20) || title === '')).toEqual([]);
    expect(details.filter((detail) => detail.length > 72)).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.length).toBeLessThanOrEqual(10);
    expect(open?.length ?? 0).toBeLessThanOrEqual(20);
    if (titles.length > 3) expect(open).toBeTruthy();
  });
});

async function shown(step: Ask<Known, string>, world: World) {
  const options = (await step.options?.({}, world)) ?? [];
  const text = (titled: (typeof options)[number]['title']) =>
    typeof titled === 'string' ? titled : sentence(world.locale, titled);
  return {
    titles: options.map(({ title }) => text(title)),
    details: options.flatMap(({ detail }) => (detail === undefined ? [] : [text(detail)])),
    open: step.open && sentence(world.locale, step.open),
  };
}

// As the compiler sees them (`src/script/say.ts`): every "{" opens a blank or a form of a plural.
function blanksOf(text: string): string[] {
  const names = text
    .split('{')
    .slice(1)
    .map((after) => after.split('}')[0]?.split(',')[0] ?? '');
  return [...new Set(names.filter((name) => !/[ #]/.test(name)))].sort();
}

function sentencesOf(text: string): string[] {
  const filled = text
    .replace(/\{(\w+), plural, one \{([^}]*)\} other \{([^}]*)\}\}/g, '$3')
    .replace(/\{\w+\}/g, 'blank');
  return filled
    .split(/[.?!:\n]+(?:\s|$)/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}
