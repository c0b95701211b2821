import { decideRegistration, type RegistrationContext } from '../../src/domain/registration';

const names = { first: 'Rosa María', last: 'Díaz' };
const given = { names, hasNumber: true };
const yes = { given: true, personId: null };

function context(part: Partial<RegistrationContext>): RegistrationContext {
  return { consent: yes, current: null, holder: null, ...part };
}

test('a stranger with a new document is a new person', () => {
  expect(decideRegistration(context({}), given)).toEqual({ kind: 'new' });
});

test.each([
  ['nothing was asked', null],
  ['the last answer was no', { given: false, personId: null }],
])('without consent nobody is registered: %s', (_, consent) => {
  expect(decideRegistration(context({ consent }), given)).toEqual({ kind: 'refused', why: 'no_consent' });
});

test("a consent given by another person of the same phone is not this one's", () => {
  const consent = { given: true, personId: 'p1' };
  const current = { personId: 'p1', registered: true, hasDocument: true, names };
  expect(decideRegistration(context({ consent, current }), given)).toEqual({ kind: 'refused', why: 'no_consent' });
});

test('a document of somebody who does not write from here is taken', () => {
  const holder = { personId: 'p9', reachable: false, isGuest: false };
  expect(decideRegistration(context({ holder }), given)).toEqual({ kind: 'refused', why: 'document_taken' });
});

test('a document of somebody who writes from here is hers, also when another person wrote last', () => {
  const holder = { personId: 'p9', reachable: true, isGuest: false };
  const current = { personId: 'p1', registered: true, hasDocument: true, names };
  expect(decideRegistration(context({ holder, current }), given)).toEqual({ kind: 'known', personId: 'p9' });
});

test('who was only told of by an instructor registers with her document as herself', () => {
  const holder = { personId: 'p9', reachable: false, isGuest: true };
  expect(decideRegistration(context({ holder }), given)).toEqual({ kind: 'complete', personId: 'p9' });
});

test('an instructor who registers as a caregiver stays one person', () => {
  const current = { personId: 'p1', registered: false, hasDocument: false, names: { first: 'ROSA', last: 'Gil' } };
  expect(decideRegistration(context({ current }), given)).toEqual({ kind: 'complete', personId: 'p1' });
});

test("somebody else on an instructor's phone does not take her name", () => {
  const current = { personId: 'p1', registered: false, hasDocument: false, names: { first: 'Óscar', last: 'Peña' } };
  expect(decideRegistration(context({ current }), given)).toEqual({ kind: 'new' });
});

test('another document on the same phone is another person', () => {
  const current = { personId: 'p1', registered: true, hasDocument: true, names };
  expect(decideRegistration(context({ current }), given)).toEqual({ kind: 'new' });
});

test('whoever had no number is known by her name, and completed when she brings one', () => {
  const current = { personId: 'p1', registered: true, hasDocument: false, names };
  expect(decideRegistration(context({ current }), { names, hasNumber: false })).toEqual({
    kind: 'known',
    personId: 'p1',
  });
  expect(decideRegistration(context({ current }), given)).toEqual({ kind: 'complete', personId: 'p1' });
});
