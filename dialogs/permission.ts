import { introduction } from '../src/replies/introduction';
import { folded } from '../src/replies/text';
import { words } from '../src/script/build';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Reading, Seen, Titled, World } from '../src/script/steps';
import type { ClassOffer } from '../src/services/placesDesk';
import { yesNoAs } from './answers';
import { consentAsked, consentVersion } from './consent';
import { consentInForm, type Filled, formFilled, formToFill, registrationForm } from './registrationForm';
import { spokenSlots } from './spoken';
import type { SiteKnown, Where } from './where';

/**
 * Her permission, and the form where she wants one. `wanted`: the class she was taking, and the sites she was looking at,
 * when it turned out that we do not know her yet. `form`: 'asked' while she has one before her. `rethought`: she has just
 * read it and refused.
 */
export type Permission = Where & {
  wanted: { offer: ClassOffer; near: SiteKnown[] };
  form: 'asked' | 'filled' | 'broken';
  consent: 'yes' | 'no' | 'other' | 'form' | 'broken' | Filled;
  consentKept: true;
  rethought: true;
};
const { ask, tell, act, backTo, goTo } = words<Permission>();

/** Consent before any datum: asked in the chat, or given in the form together with the rest. */
export const permission = [
  ask('consent', {
    say: asked,
    sayBriefly: () => say('registration.consentAgain'),
    options: (known, world) => offered(known, world),
    form: (known, world) => (known.form === 'asked' ? formToFill(world, known.site != null) : undefined),
    read: permissionTyped,
    readOther: formFilled,
    tells: toldAlong,
    help: say('registration.consentHelp'),
  }),
  backTo(
    ({ consent }) =>
      consent === 'form' || consent === 'broken' || typeof consent === 'object' ? 'consent' : undefined,
    [],
    afterForm,
  ),
  goTo(({ consent, wanted, said }: Partial<Permission>) =>
    consent === 'other' ? { name: 'enrolment', known: { near: wanted?.near ?? [], ...(said && { said }) } } : undefined,
  ),
  act('consentKept', async ({ consent, filled }, { desk, locale: spoken }, { text: typed }) => {
    const { language } = filled ?? {};
    const shown = language ? consentInForm(language) : sentence(spoken, consentAsked());
    const [locale, answer] = language ? [language, 'consent: true'] : [spoken, typed];
    await desk.keepConsent({ given: consent === 'yes', textVersion: consentVersion, text: shown, locale, answer });
    return true;
  }),
  goTo(({ consent, wanted, near, site }: Partial<Permission>) =>
    consent === 'no'
      ? { name: 'consentRefused', known: { ...(wanted && { wanted }), ...(near && { near }), ...(site && { site }) } }
      : undefined,
  ),
  tell(
    'formTaken',
    ({ filled }) => [say('registration.formTaken'), ...(filled?.again ? [filled.again] : [])],
    ({ form }) => form === 'filled',
  ),
];

function permissionTyped(text: string, seen: Seen<Permission>): Reading<'yes' | 'no' | 'other' | 'form'> {
  const words = folded(text);
  if (seen.known.wanted && otherClasses.test(words)) return { ok: true, value: 'other' };
  if (seen.offered.some(({ id }) => id === 'form') && formWords.test(words)) return { ok: true, value: 'form' };
  const said = permissionSaid(text, seen);
  if (said.ok || !isAboutHer(text)) return said;
  return agreesFirst.test(words) ? { ok: true, value: 'yes' } : { ok: false, again: say('registration.consentFirst') };
}

// "Sí, acepto, soy María Pérez": what she tells along need not be asked. Before she has agreed it is not kept.
function toldAlong(text: string, { consent, said }: Partial<Permission>): Partial<Permission> {
  return consent === 'yes' && isAboutHer(text) ? { said: { ...said, ...introduction(text) } } : {};
}

function isAboutHer(text: string): boolean {
  const { names, document, number } = introduction(text);
  return (names ?? document ?? number) !== undefined;
}

const agreesFirst =
  /^\W*(?:(?:si|claro|bueno|listo|ok|dale|yes)\W+)*(?:si|acepto|autorizo|yes|i agree|i accept)(?!\w)(?!.*(?<!\w)(?:no|pero|not|but)(?!\w))/;
const permissionSaid = yesNoAs('yes' as const, 'no' as const);
const formWords = /^(?:el |un |the |a |llenar )*(?:formulario|form|planilla)$/;
const otherClasses = /^(?:ver |quiero |see )*(?:otras?|others?|another)(?: clases?| class(?:es)?)?$/;

function asked({ wanted, form, filled, rethought }: Partial<Permission>, world: World): Said[] {
  if (rethought) return [say('registration.consentAgain')];
  if (form === 'asked') return [say('registration.consentAgain')];
  if (form === 'broken') return [say('registration.formBroken'), say('registration.consentAgain')];
  if (filled) return [consentAsked()];
  const isHidden = wanted && world.hasForm?.(registrationForm);
  return [...forClass(wanted?.offer, world.locale), ...(isHidden ? [say('registration.orOther')] : []), consentAsked()];
}

// Three is what WhatsApp shows as buttons.
function offered({ wanted, form }: Partial<Permission>, { hasForm }: World): Titled[] {
  const isWithForm = form === undefined && hasForm?.(registrationForm);
  return [
    { id: 'yes', title: say('registration.consentYes') },
    { id: 'no', title: say('registration.consentNo') },
    ...(isWithForm ? [{ id: 'form', title: say('registration.fillForm') }] : []),
    ...(wanted && !isWithForm ? [{ id: 'other', title: say('enrolment.takeOther') }] : []),
  ];
}

// What she has filled in counts once; whatever she allowed in the chat before stays allowed.
function afterForm({ consent, consentKept }: Partial<Permission>): Partial<Permission> {
  const before = consentKept ? { consent: 'yes' as const } : {};
  if (consent === 'form') return { form: 'asked', ...before };
  if (typeof consent !== 'object') return { form: 'broken', ...before };
  return { form: 'filled', filled: consent, ...(consent.language ? { consent: 'yes' as const } : before) };
}

function forClass(offer: ClassOffer | undefined, locale: string): Said[] {
  if (!offer) return [];
  const named = { name: offer.name, when: spokenSlots(offer.slots, locale) };
  return [offer.free > 0 ? say('registration.forClass', named) : say('registration.forList', named)];
}
