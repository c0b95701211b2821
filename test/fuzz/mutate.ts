import type { Json } from './bodies';
import type { Dice } from './dice';

/** Changes a body in so many places, in ways that leave most of it as it was: what an odd day at Meta might bring. */
export function mutate(body: Json, changes: number, dice: Dice): Json {
  let changed = structuredClone(body);
  for (let n = 0; n < changes; n += 1) changed = change(changed, places(changed), dice);
  return changed;
}

/** Damages the bytes themselves, as no JSON writer would. */
export function damage(bytes: Buffer, dice: Dice): Buffer {
  const at = dice.below(bytes.length + 1);
  switch (dice.below(5)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([dice.below(256)]), bytes.subarray(at + 1)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(dice.below(bytes.length + 1))]);
    case 3:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    default:
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from(dice.pick(['"', '\\', '{', '\\ud800', '\0', ',', '1e999'])),
        bytes.subarray(at),
      ]);
  }
}

type Holder = { [key: string]: Json } | Json[];
type Place = { holder: Holder; key: string };

// Every value of the body, with what holds it.
function places(body: Json): Place[] {
  const found: Place[] = [];
  const look = (value: Json, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 40) return;
    for (const key of Object.keys(value)) {
      found.push({ holder: value, key });
      look((value as { [key: string]: Json })[key] ?? null, depth + 1);
    }
  };
  look(body, 0);
  return found;
}

function change(body: Json, all: Place[], dice: Dice): Json {
  if (all.length === 0 || dice.often(0.01)) return odd(dice);
  const { holder, key } = dice.pick(all);
  const held = holder as { [key: string]: Json };
  const value = held[key] ?? null;
  switch (dice.below(9)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete held[key];
      break;
    case 1:
    case 2:
      held[key] = odd(dice);
      break;
    case 3: {
      const other = dice.pick(all);
      held[key] = structuredClone((other.holder as { [key: string]: Json })[other.key] ?? null);
      break;
    }
    case 4:
      if (Array.isArray(holder))
        holder.push(...Array.from({ length: 1 + dice.below(20) }, () => structuredClone(value)));
      else put(holder, dice.pick(KEYS), value);
      break;
    case 5:
      held[key] = dice.often(0.5) ? [value] : { [dice.pick(KEYS)]: value };
      break;
    case 6:
      held[key] = typeof value === 'string' ? twisted(value, dice) : JSON.stringify(value);
      break;
    case 7:
      put(holder, dice.pick(KEYS), odd(dice));
      break;
    default:
      held[key] = dice.pick(TYPES);
  }
  return body;
}

// As its own, whatever the name: "__proto__" too is only a name in JSON.
function put(holder: Holder, key: string, value: Json): void {
  if (Array.isArray(holder)) holder.push(value);
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function twisted(text: string, dice: Dice): string {
  const at = dice.below(text.length + 1);
  const salt = dice.pick([
    '\0',
    '\ud800',
    '\udc00',
    '\u202e',
    '😀',
    ' ',
    '\n',
    "'",
    '"',
    '\\',
    '%s',
    '{',
    '*_~`',
    'x'.repeat(5000),
    '9'.repeat(30),
  ]);
  return text.slice(0, at) + salt + (dice.often(0.5) ? text.slice(at) : '');
}

function odd(dice: Dice): Json {
  const value = dice.pick(ODD);
  return typeof value === 'function' ? value(dice) : structuredClone(value);
}

const ODD: (Json | ((dice: Dice) => Json))[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\0',
  '\ud800',
  'null',
  '0',
  '-1',
  '99999999999999999999',
  '573001000001',
  'CO.100001',
  'CO.ENT.1',
  'wamid.1',
  '😀'.repeat(300),
  'dos mil '.repeat(400),
  'a\u0301'.repeat(2000),
  [],
  {},
  [[], [[]]],
  (dice) => Array.from({ length: dice.below(300) }, () => null),
  (dice) => deep(50 + dice.below(400)),
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":1}}'),
];

function deep(levels: number): Json {
  let value: Json = 'x';
  for (let n = 0; n < levels; n += 1) value = n % 2 ? [value] : { messages: value };
  return value;
}

const KEYS = [
  ...'id from from_user_id type text body timestamp messages statuses contacts metadata phone_number_id system user_id wa_id'.split(
    ' ',
  ),
  ...'interactive button_reply nfm_reply response_json errors code group_id context origin phones __proto__ toString length'.split(
    ' ',
  ),
];
const TYPES =
  'text interactive button location audio contacts system unsupported reaction edit nfm_reply list_reply read failed'.split(
    ' ',
  );
