import type { Utterance } from '../../../src/domain/talk';
import { body, message, read } from './webhookBodies';

function formOf(response_json: unknown, parts: object = {}): Utterance | undefined {
  const interactive = { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json } };
  return read(body({ messages: [message({ type: 'interactive', interactive, ...parts })] })).messages[0]?.utterance;
}

describe('a form', () => {
  test('is read with its token, the message it answers, and what she filled in', () => {
    const json = JSON.stringify({
      flow_token: 't-1',
      first_names: ' Ana ',
      document: '52123456',
      consent: true,
      age: 40,
    });
    expect(formOf(json, { context: { from: '573001112233', id: 'wamid.form' } })).toEqual({
      kind: 'form',
      form: {
        token: 't-1',
        about: 'wamid.form',
        answers: { first_names: 'Ana', document: '52123456', consent: 'true', age: '40' },
      },
    });
  });

  test('with several choices to a question has them parted by commas', () => {
    expect(formOf('{"days":["mon","wed",null,{"x":1}]}')).toEqual({
      kind: 'form',
      form: { answers: { days: 'mon,wed' } },
    });
  });

  test.each<[string, unknown]>([
    ['broken', '{"a":'],
    ['a list', '[1,2]'],
    ['a word', '"x"'],
    ['nothing', 'null'],
    ['no string', { a: '1' }],
    ['missing', undefined],
    ['far too long', JSON.stringify({ a: 'x'.repeat(70_000) })],
  ])('whose fields are %s is a form without answers', (_what, json) => {
    expect(formOf(json)).toEqual({ kind: 'form', form: { answers: {} } });
  });

  test('without its object is a form without answers', () => {
    const item = message({ type: 'interactive', interactive: { type: 'nfm_reply' } });
    expect(read(body({ messages: [item] })).messages[0]?.utterance).toEqual({ kind: 'form', form: { answers: {} } });
  });

  test('keeps no nested fields, no odd names and no half characters', () => {
    const json = '{"__proto__":"x","constructor":"y","a b":"z","nested":{"a":1},"gone":null,"half":"a\\ud800b\\u0000"}';
    expect(formOf(json)).toEqual({ kind: 'form', form: { answers: { constructor: 'y', half: 'ab' } } });
  });

  test('is kept within bounds', () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`field${n}`, 'x'.repeat(200)]));
    const form = formOf(JSON.stringify({ long: 'x'.repeat(5000), ...many }));
    const answers = form?.kind === 'form' ? form.form.answers : {};
    expect(Object.keys(answers)).toHaveLength(50);
    expect(answers.long).toHaveLength(1000);
  });
});
