import type { Address, AddressChange } from '../../../src/domain/talk';
import { body, message, NOTHING, read } from './webhookBodies';

const bsuid = (value: string): Address => ({ kind: 'bsuid', value });
const phone = (value: string): Address => ({ kind: 'phone', value });

function changesIn(system: object, parts: object = {}): AddressChange[] {
  const bare = { from: undefined, from_user_id: undefined, text: undefined };
  return read(body({ messages: [message({ ...bare, type: 'system', system, ...parts })] })).changes;
}

describe('word of', () => {
  test('a changed number names the old ones and the new', () => {
    const system = {
      type: 'user_changed_number',
      body: 'User Ana changed from 573001110001 to 573001110002',
      wa_id: '573001110002',
      user_id: 'CO.new',
      parent_user_id: 'CO.ENT.new',
      previous_user_id: 'CO.old',
      previous_parent_user_id: 'CO.ENT.old',
    };
    expect(changesIn(system, { from: '573001110001' })).toEqual([
      {
        channel: 'whatsapp',
        messageId: message().id,
        at: 1749416383000,
        kind: 'moved',
        from: [bsuid('CO.old'), { kind: 'parent_bsuid', value: 'CO.ENT.old' }, phone('573001110001')],
        to: [bsuid('CO.new'), { kind: 'parent_bsuid', value: 'CO.ENT.new' }, phone('573001110002')],
      },
    ]);
  });

  test('a changed id comes without phones', () => {
    const system = { type: 'user_changed_user_id', user_id: 'CO.new', previous_user_id: 'CO.old' };
    expect(changesIn(system)).toMatchObject([{ kind: 'moved', from: [bsuid('CO.old')], to: [bsuid('CO.new')] }]);
  });

  test.each<[string, object, object]>([
    ['its older spelling', { type: 'customer_changed_number', customer: '573001110001', wa_id: '573001110002' }, {}],
    ['a field of old', { type: 'user_changed_number', new_wa_id: '573001110002' }, { from: '573001110001' }],
    [
      'its sentence alone',
      { type: 'user_changed_number', body: 'User Ana changed from 573001110001 to 573001110002' },
      {},
    ],
  ])('a changed number is read from %s', (_what, system, parts) => {
    expect(changesIn(system, parts)).toMatchObject([
      { kind: 'moved', from: [phone('573001110001')], to: [phone('573001110002')] },
    ]);
  });

  test('what stays the same is not what she was known by', () => {
    const system = {
      type: 'user_changed_user_id',
      user_id: 'CO.new',
      previous_user_id: 'CO.old',
      wa_id: '573001110001',
    };
    expect(changesIn(system, { from: '573001110001' })).toMatchObject([{ from: [bsuid('CO.old')] }]);
  });

  test.each(['user_identity_changed', 'customer_identity_changed'])('another device (%s) moves nothing', (type) => {
    const system = { type, identity: { acknowledged: false, hash: 'x' } };
    expect(changesIn(system, { from: '573001110001' })).toMatchObject([
      { kind: 'device', from: [phone('573001110001')], to: [] },
    ]);
  });

  test('a number that changed to nobody knows what is word of another device', () => {
    expect(changesIn({ type: 'user_changed_number' }, { from: '573001110001' })).toMatchObject([
      { kind: 'device', from: [phone('573001110001')] },
    ]);
  });

  test('a change of nobody knows whom is dropped', () => {
    const item = message({
      from: undefined,
      from_user_id: undefined,
      type: 'system',
      system: { type: 'user_changed_number', user_id: 'CO.2' },
    });
    expect(read(body({ messages: [item] }))).toEqual({ ...NOTHING, dropped: 1 });
  });
});
