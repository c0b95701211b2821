import { askOf, sendOf, type TestNumber, testNumber, text } from './graphNumber';

let account: TestNumber;
beforeEach(() => {
  account = testNumber();
});
const send = (body: object) => sendOf(account)(body);
const ask: ReturnType<typeof askOf> = (...args) => askOf(account)(...args);

const buttons = (replies: object[], more: object = {}) => ({
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: '¿Va a venir?' },
    action: { buttons: replies.map((reply) => ({ type: 'reply', reply })) },
    ...more,
  },
});
const list = (sections: object[], more: object = {}) => ({
  type: 'interactive',
  interactive: { type: 'list', body: { text: 'Elija' }, action: { button: 'Ver', sections }, ...more },
});
const link = (parameters: object) => ({
  type: 'interactive',
  interactive: { type: 'cta_url', body: { text: 'Abra' }, action: { name: 'cta_url', parameters } },
});
const rows = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `r${i}`, title: `Fila ${i}` }));
const of = (length: number) => 'x'.repeat(length);

describe('a valid send', () => {
  test.each<[string, object]>([
    ['text', text('hola')],
    ['text of 4,096', text(of(4096))],
    ['text by default', { text: { body: 'hola' } }],
    [
      'three buttons at the limits',
      buttons([
        { id: of(256), title: of(20) },
        { id: 'b', title: 'B' },
        { id: 'c', title: 'C' },
      ]),
    ],
    ['body of 1,024', buttons([{ id: 'a', title: 'A' }], { body: { text: of(1024) } })],
    [
      'header and footer of 60',
      buttons([{ id: 'a', title: 'A' }], { header: { type: 'text', text: of(60) }, footer: { text: of(60) } }),
    ],
    [
      'ten rows at the limits',
      list([{ rows: rows(9).concat({ id: of(200), title: of(24), description: of(72) } as never) }]),
    ],
    ['ten sections', list(rows(10).map((row) => ({ title: row.title, rows: [row] })))],
    ['a link', link({ display_text: of(20), url: 'https://example.org/a' })],
    ['a document by link', { type: 'document', document: { link: 'https://example.org/a.pdf', caption: of(1024) } }],
    ['a reaction', { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '✅' } }],
    ['a reaction taken away', { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '' } }],
    ['a tag of 512', { ...text('hola'), biz_opaque_callback_data: of(512) }],
  ])('of %s is accepted', async (_, body) => {
    const { status, sent } = await send(body);
    expect(status).toBe(200);
    expect(sent?.to).toEqual({ phone: '573001112233' });
  });
});

describe('a faulty send', () => {
  const ok = [{ id: 'a', title: 'A' }];
  const template = (more: object, parameters: object[] = []) => ({
    type: 'template',
    template: {
      name: 'class_reminder',
      language: { code: 'es_CO' },
      components: [{ type: 'body', parameters }],
      ...more,
    },
  });
  const word = { type: 'text', text: 'x' };

  test.each<[string, number, RegExp, object]>([
    ['no messaging_product', 100, /messaging_product/, { messaging_product: undefined, ...text('hola') }],
    ['nobody', 100, /to is required/, { to: undefined, ...text('hola') }],
    ['a word for a phone', 100, /Param to/, { to: 'Ana', ...text('hola') }],
    ['a number for a phone', 100, /Param to/, { to: 573001112233, ...text('hola') }],
    ['a recipient of no known shape', 100, /recipient/, { to: undefined, recipient: 'co-1', ...text('hola') }],
    ['a recipient nobody has', 131026, /no user/, { to: undefined, recipient: 'CO.999', ...text('hola') }],
    ['a group', 100, /recipient_type/, { recipient_type: 'group', ...text('hola') }],
    ['our own number', 131021, /sender/, { to: '576015550100', ...text('hola') }],
    ['an unknown type', 100, /Param type/, { type: 'poll', poll: {} }],
    ['no content', 100, /text is required/, { type: 'text' }],
    ['an empty text', 100, /text\['body'\]/, text('')],
    ['a text of spaces', 100, /text\['body'\]/, text('  ')],
    ['a text of 4,097', 100, /4096/, text(of(4097))],
    ['a tag of 513', 100, /512/, { ...text('hola'), biz_opaque_callback_data: of(513) }],
    ['a reply to nothing', 100, /message_id/, { ...text('hola'), context: {} }],
    [
      'an unknown interactive type',
      100,
      /interactive\['type'\]/,
      { type: 'interactive', interactive: { type: 'carousel' } },
    ],
    ['no body', 131008, /Body text is required/, buttons(ok, { body: {} })],
    ['an empty body', 131009, /Body text length/, buttons(ok, { body: { text: '' } })],
    ['a body of 1,025', 131009, /Max length: 1024/, buttons(ok, { body: { text: of(1025) } })],
    ['a list body of 4,097', 131009, /Max length: 4096/, list([{ rows: rows(1) }], { body: { text: of(4097) } })],
    ['a header of 61', 131009, /Header text/, buttons(ok, { header: { type: 'text', text: of(61) } })],
    ['a picture above a list', 131009, /Header type/, list([{ rows: rows(1) }], { header: { type: 'image' } })],
    ['a footer of 61', 131009, /Footer text/, buttons(ok, { footer: { text: of(61) } })],
    ['no buttons', 131009, /buttons count/, buttons([])],
    ['four buttons', 131009, /buttons count/, buttons(rows(4))],
    ['a button title of 21', 131009, /Button title length/, buttons([{ id: 'a', title: of(21) }])],
    ['an empty button title', 131009, /Button title length/, buttons([{ id: 'a', title: '' }])],
    ['no button id', 131008, /Button id/, buttons([{ title: 'A' }])],
    ['a button id of 257', 131009, /Button id length/, buttons([{ id: of(257), title: 'A' }])],
    ['a button id with an edge space', 131009, /spaces/, buttons([{ id: 'a ', title: 'A' }])],
    [
      'a button id twice',
      131009,
      /Duplicated button id/,
      buttons([
        { id: 'a', title: 'A' },
        { id: 'a', title: 'B' },
      ]),
    ],
    [
      'a button title twice',
      131009,
      /Duplicated button title/,
      buttons([
        { id: 'a', title: 'A' },
        { id: 'b', title: 'A' },
      ]),
    ],
    [
      'a list button of 21',
      131009,
      /List button/,
      list([], { action: { button: of(21), sections: [{ rows: rows(1) }] } }),
    ],
    ['no sections', 131009, /sections count/, list([])],
    ['eleven sections', 131009, /sections count/, list(rows(11).map((row) => ({ title: row.title, rows: [row] })))],
    [
      'two sections and one without a title',
      131008,
      /Section title/,
      list([{ title: 'A', rows: rows(1) }, { rows: rows(1) }]),
    ],
    ['a section title of 25', 131009, /Section title/, list([{ title: of(25), rows: rows(1) }])],
    ['a section without rows', 131009, /at least one row/, list([{ title: 'A', rows: [] }])],
    ['eleven rows', 131009, /row count/, list([{ rows: rows(11) }])],
    [
      'eleven rows over two sections',
      131009,
      /row count/,
      list([
        { title: 'A', rows: rows(6) },
        { title: 'B', rows: rows(5) },
      ]),
    ],
    ['a row id of 201', 131009, /Row id/, list([{ rows: [{ id: of(201), title: 'A' }] }])],
    ['a row title of 25', 131009, /Row title/, list([{ rows: [{ id: 'a', title: of(25) }] }])],
    [
      'a description of 73',
      131009,
      /Row description/,
      list([{ rows: [{ id: 'a', title: 'A', description: of(73) }] }]),
    ],
    [
      'a row id twice',
      131009,
      /Duplicated row id/,
      list([
        { title: 'A', rows: rows(1) },
        { title: 'B', rows: rows(1) },
      ]),
    ],
    ['a link text of 21', 131009, /Display text/, link({ display_text: of(21), url: 'https://example.org' })],
    ['a link that is none', 131009, /Url/, link({ display_text: 'Abrir', url: 'example.org' })],
    [
      'a caption of 1,025',
      131009,
      /Caption/,
      { type: 'document', document: { link: 'https://e.org/a', caption: of(1025) } },
    ],
    ['a document from nowhere', 100, /Exactly one/, { type: 'document', document: {} }],
    ['a reaction to nothing', 100, /message_id/, { type: 'reaction', reaction: { emoji: '✅' } }],
    ['an unknown template', 132001, /does not exist/, template({ name: 'nope' })],
    ['a template in another language', 132001, /es_MX/, template({ language: { code: 'es_MX' } })],
    ['one parameter too few', 132000, /\(1\).*\(2\)/, template({}, [word])],
    ['one parameter too many', 132000, /\(3\).*\(2\)/, template({}, [word, word, word])],
    [
      'a misnamed parameter',
      132000,
      /number/,
      template({ name: 'named', language: { code: 'es' } }, [{ ...word, parameter_name: 'x' }]),
    ],
    ['a parameter with a new line', 132018, /new-line/, template({}, [word, { type: 'text', text: 'a\nb' }])],
  ])('with %s is refused with %i', async (_, code, details, body) => {
    const { status, body: answer, sent } = await send(body);
    expect(sent).toBeUndefined();
    expect(status).toBe(code === 132001 ? 404 : 400);
    expect(answer.error).toMatchObject({
      code,
      type: 'OAuthException',
      message: expect.stringContaining(`(#${code})`),
    });
    expect(answer.error).toMatchObject({
      error_data: { messaging_product: 'whatsapp', details: expect.stringMatching(details) },
    });
  });

  test('that is no JSON is refused with 100', async () => {
    const { status, body } = await ask('/v25.0/106540352242922/messages', { body: Buffer.from('{"a'), method: 'POST' });
    expect([status, body.error]).toMatchObject([400, { code: 100 }]);
  });

  test('a list body over 1,024 is refused where the account is strict', async () => {
    account.listBody = 1024;
    const { body } = await send(list([{ rows: rows(1) }], { body: { text: of(1025) } }));
    expect(body.error).toMatchObject({ code: 131009 });
  });
});
