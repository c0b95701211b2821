import { createHash } from 'node:crypto';
import { consentAsked, consentVersion } from '../../dialogs/consent';
import { programme } from '../../dialogs/programme';
import { locales } from '../../locales/all';
import { say } from '../../src/script/say';
import { sentence } from '../../src/script/sentences';

const texts = { es: sentence('es', consentAsked()), en: sentence('en', consentAsked()) };

// Whoever changes the words of the consent gives them a new version here: a proof names the words that were shown.
const wordings: Record<string, Record<'es' | 'en', string>> = {
  1: { es: '6f8dc0d36bbf1f1d', en: 'a9f735d00e5e83fe' },
};

test.each(['es', 'en'] as const)('the wording in %s is the one of its version', (language) => {
  const hash = createHash('sha256').update(locales[language]['registration.consent']).digest('hex').slice(0, 16);
  expect({ version: consentVersion, hash }).toEqual({
    version: consentVersion,
    hash: wordings[consentVersion]?.[language],
  });
});

// Ley 1581 of 2012, art. 12; Decreto 1377 of 2013, art. 5 and 15.
test.each([
  ['who answers for the data', programme.controller, programme.controller],
  ['how to reach them', programme.contact, programme.contact],
  [
    'which data',
    /nombre, documento, sede, este contacto, sus clases y su asistencia/,
    /name, document, site, this contact/,
  ],
  ['to register her', /registrarla/, /register you/],
  ['for the class list and attendance', /lista de clase y la asistencia/, /class list and the attendance/],
  ['for reminders', /recordatorios/, /reminders/],
  ['for statistics', /estadísticas/, /statistics/],
  ['who sees them', /equipo de la sede y la entidad que da la clase/, /team of the site and the entity/],
  ['that the instructor sees names only', /instructora ve solo su nombre/, /instructor sees only your name/],
  [
    'that sensitive questions may be left out',
    /no contestar las preguntas sensibles/,
    /leave sensitive questions unanswered/,
  ],
  [
    'how to see, correct and delete',
    /\*mis datos\*, \*corregir\* o \*borrar\*/,
    /\*my data\*, \*correct\* or \*delete\*/,
  ],
  ['where to complain', /SIC/, /SIC/],
  ['where the whole policy is', programme.policy, programme.policy],
])('the consent says %s', (_, es, en) => {
  expect(texts.es).toMatch(es);
  expect(texts.en).toMatch(en);
});

test.each(['es', 'en'] as const)(
  'in %s it fits one bubble with buttons, the class she wants named first',
  (language) => {
    const forClass = sentence(
      language,
      say('registration.forClass', {
        name: 'x'.repeat(24),
        when: 'lunes, miércoles, viernes y sábado, 11:00 a. m. a 1:00 p. m.',
      }),
    );
    expect(`${forClass}\n\n${texts[language]}`.length).toBeLessThanOrEqual(1024);
  },
);
