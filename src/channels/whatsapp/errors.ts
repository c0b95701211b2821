import type { Again } from '../../domain/delivery';

/**
 * What the sender does about a refusal. `retry`: later, the message may succeed. `throttle_number`: everybody waits.
 * `throttle_pair`: this person waits. `stop_line`: nothing is sent until an operator has acted. `pause_templates`: none of
 * them for a while; answers go on. `needs_template`: in free words it comes too late. `fail`: never sent.
 */
export type Action =
  | 'retry'
  | 'throttle_number'
  | 'throttle_pair'
  | 'stop_line'
  | 'pause_templates'
  | 'needs_template'
  | 'fail';

/** One of Meta's errors: what is done about it, how often a message is tried at most, and what it tells the operator. */
export type GraphErrorMeaning = { action: Action; tries: number; pauseMs?: number; operator: string };

/** What the Graph API says went wrong; only the code can be relied on. */
export type GraphError = { code?: unknown; error_subcode?: unknown; is_transient?: unknown };

/** `isDoubtful`: a server broke down over it, and may have taken the message all the same. */
export type Refusal = { code: number; subcode?: number; action: Action; retryAfterMs?: number; isDoubtful?: true };

/** How often a message is posted before it is given up. */
export const MOST_TRIES = 6;

/** What is done about an answer that is an error, by its HTTP status and the `error` of its body (if it had one). */
export function classify(httpStatus: number, error: GraphError | undefined): Refusal {
  const code = whole(error?.code);
  if (code === undefined) return { code: 0, action: byStatus(httpStatus) };
  const subcode = whole(error?.error_subcode);
  const action = actionOf(httpStatus, code, subcode, error?.is_transient === true);
  return { code, ...(subcode !== undefined && { subcode }), action };
}

/** What one of Meta's codes means; undefined where neither Meta nor we know it. */
export function meaningOf(code: number): GraphErrorMeaning | undefined {
  return CATALOGUE[code] ?? RANGES.find(({ from, to }) => code >= from && code <= to)?.meaning;
}

/**
 * Whether a message that Meta had taken, and then failed with this code, goes again: the code says the same as in an answer.
 * What she is not to get (`fail`), and what comes too late for free words, does not.
 */
export function againAfter(code: number): Again | undefined {
  const meaning = meaningOf(code);
  if (!meaning || meaning.action === 'fail' || meaning.action === 'needs_template') return undefined;
  if (meaning.action === 'stop_line') return { delayMs: 0 };
  return { delayMs: meaning.pauseMs ?? (meaning.action === 'throttle_pair' ? 6000 : 1000), tries: meaning.tries };
}

function actionOf(httpStatus: number, code: number, subcode: number | undefined, transient: boolean): Action {
  // 100 with 33: an object is not there or not ours. Our number; or, if the number answers, a file of the message.
  if (code === 100 && subcode === 33) return 'stop_line';
  const known = meaningOf(code);
  if (known && known.action !== 'fail') return known.action;
  if (httpStatus === 429) return 'throttle_number';
  if (transient || (!known && httpStatus >= 500)) return 'retry';
  return 'fail';
}

// No error of Meta's inside: something before Meta answered, or the address is wrong. No message is at fault.
function byStatus(httpStatus: number): Action {
  if (httpStatus === 429) return 'throttle_number';
  if (httpStatus === 400 || httpStatus === 408 || httpStatus === 425 || httpStatus >= 500) return 'retry';
  return 'stop_line';
}

function whole(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? value : undefined;
}

const CATALOGUE: Record<number, GraphErrorMeaning> = {
  1: retry('Unknown error of the API. Nothing to do unless it stays; then see metastatus.com.', 3),
  2: retry('The API is down for a moment. Nothing to do unless it stays; then see metastatus.com.'),
  3: stop('The app may not make this call. Give it the permission whatsapp_business_messaging.'),
  4: throttle(
    'The app has made too many calls. We slow down; look for another program that uses the same app.',
    30_000,
  ),
  10: stop(
    'The token may not do this. Give the system user the permission whatsapp_business_messaging and the account.',
  ),
  33: stop('The phone number is not there. Check WHATSAPP_PHONE_NUMBER_ID and that the token may see it.'),
  100: fail('A parameter of the message is wrong: a fault of ours. Report it with the outbox id.'),
  190: stop('The access token is invalid or has run out. Make a new one of the system user: WHATSAPP_ACCESS_TOKEN.'),
  368: stop('Meta has blocked the account for a while because of its rules. See Business Support Home.'),
  80007: throttle('The WhatsApp account has made too many calls. We slow down.', 30_000),
  130429: throttle('The number sends faster than it may. We slow down; ask Meta for a higher throughput if it stays.'),
  130472: fail('The person is in an experiment of Meta in which marketing messages are held back.'),
  130497: fail('WhatsApp does not let us write to people of this country.'),
  131000: retry('Something went wrong at Meta. Nothing to do unless it stays.', 4),
  131005: stop('Access denied. Check the permissions of the token and of the system user.'),
  131008: fail('A parameter of the message is missing: a fault of ours. Report it with the outbox id.'),
  131009: fail('A value in the message breaks a limit: a fault of ours. Report it with the outbox id.'),
  131016: retry('A service of Meta is not there for a moment. Nothing to do unless it stays.'),
  131021: fail('The message was for our own number.'),
  131026: fail(
    'It cannot be delivered: no WhatsApp there, an old version, or the terms not accepted. Reach the person otherwise.',
  ),
  131030: fail(
    'The number is a test number and may write only to numbers on its list. Add the number in the app dashboard.',
  ),
  131031: stop('The account is locked. See Business Support Home.'),
  131037: stop('The display name of the number is not approved yet. Have it approved in WhatsApp Manager.'),
  131041: unused('a call'),
  131042: stop('There is a problem with the payment. Mend the payment method in WhatsApp Manager.'),
  131045: stop('The number is not registered. Register it again with its PIN.'),
  131047: {
    action: 'needs_template',
    tries: 2,
    operator: 'More than 24 hours since the person wrote: only a template may be sent. Without one it waits for her.',
  },
  131048: throttle(
    'Too many people have reported or blocked the number. We pause; look at what is sent and to whom.',
    600_000,
  ),
  131049: fail('Meta holds it back so that the person does not get too many messages. Not again within 24 hours.'),
  131050: fail('The person does not want marketing messages.'),
  131051: fail('This kind of message is not supported.'),
  131052: fail('A file the person sent could not be fetched.'),
  131053: retry('A file of ours could not be taken. It is tried once more; check its kind and size.', 2),
  131055: wrongApi(),
  131056: {
    action: 'throttle_pair',
    tries: MOST_TRIES,
    operator: 'Too many messages to one person in a short time. She waits; others do not.',
  },
  131057: retry('The account is being upgraded; this takes about a minute.'),
  131059: unused('this kind of message'),
  131060: fail('The message cannot be read by programs, only on the phone.'),
  131062: fail('This message cannot go to a business-scoped id; it needs the phone number.'),
  131063: wrongApi(),
  131064: {
    action: 'pause_templates',
    tries: 24,
    pauseMs: 3_600_000,
    operator:
      'The messaging limit was cut because templates are in the wrong category. No template is sent for an hour; ' +
      'mend their categories in WhatsApp Manager.',
  },
  132000: template('The number of values does not fit the template.'),
  132001: template('The template does not exist in this language, or is not approved.'),
  132005: template('With its values the template is too long.'),
  132007: template('The template breaks Meta’s rules.'),
  132012: template('A value has another form than the template wants.'),
  132015: template('The template is paused because of low quality.'),
  132016: template('The template has been disabled for good because of low quality.'),
  132018: template('The values of the template are not right.'),
  132068: template('The form (flow) is blocked.'),
  132069: template('The form (flow) is throttled.'),
  133000: stop('The number could not be removed from an earlier registration. Try again in WhatsApp Manager.'),
  133004: retry('The registration service is not there for a moment.'),
  133015: retry('The number was removed a short while ago and can be registered again only in some minutes.'),
  133016: throttle('Too many attempts to register the number. Leave it alone for 72 hours.', 600_000),
  134100: wrongApi(),
  134101: wrongApi(),
  134102: wrongApi(),
  135000: fail(
    'The message is not right, most often its buttons or its form: a fault of ours. Report it with the outbox id.',
  ),
  137000: fail('The person’s identity has changed since it was checked. Verify the person again.'),
};

const RANGES: { from: number; to: number; meaning: GraphErrorMeaning }[] = [
  {
    from: 200,
    to: 299,
    meaning: stop('A permission is missing. Give the system user’s token all WhatsApp permissions.'),
  },
  { from: 131201, to: 131299, meaning: unused('groups') },
  { from: 133005, to: 133010, meaning: stop('The number is not registered, or its PIN is wrong. Register it again.') },
  { from: 138000, to: 138999, meaning: unused('calls') },
  { from: 139000, to: 139999, meaning: fail('Something is wrong with a form (flow): npm run admin -- whatsapp flows') },
];

function retry(operator: string, tries = MOST_TRIES): GraphErrorMeaning {
  return { action: 'retry', tries, operator };
}

function throttle(operator: string, pauseMs = 1000): GraphErrorMeaning {
  return { action: 'throttle_number', tries: MOST_TRIES, pauseMs, operator };
}

function stop(operator: string): GraphErrorMeaning {
  return { action: 'stop_line', tries: MOST_TRIES, operator };
}

function fail(operator: string): GraphErrorMeaning {
  return { action: 'fail', tries: 1, operator };
}

function template(operator: string): GraphErrorMeaning {
  return fail(`${operator} Compare it with WhatsApp Manager.`);
}

function unused(what: string): GraphErrorMeaning {
  return fail(`An error of ${what}, which we do not use: a fault of ours. Report it with the outbox id.`);
}

function wrongApi(): GraphErrorMeaning {
  return fail(
    'The template’s category has to go through another API of Meta. Change its category in WhatsApp Manager.',
  );
}
