import { keep, kept } from './kept.js';

const DIRECT_LINE = '/v3/directline';

/** Calls Direct Line. What is not answered as it should be is thrown, with `status` and `afterSeconds` if there was an answer. */
export async function call(path, { token, body, method = 'GET' } = {}) {
  const leaving = new AbortController();
  const timer = setTimeout(() => leaving.abort(), 20_000);
  try {
    const answer = await fetch(DIRECT_LINE + path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      signal: leaving.signal,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (answer.ok) return await answer.json();
    const afterSeconds = Number(answer.headers.get('retry-after')) || 0;
    throw Object.assign(new Error(`${path} was answered ${answer.status}`), { status: answer.status, afterSeconds });
  } finally {
    clearTimeout(timer);
  }
}

let underWay;
let begunAnew = () => {};

/** Tells when the conversation that was kept is over, and another has begun in its place. */
export function onBegunAnew(hear) {
  begunAnew = hear;
}

/** The conversation and a token for it that is good for a while; begins one where there is none. `fresh`: not the one kept. */
export function ticket({ fresh = false } = {}) {
  const { conversation, token, at } = kept();
  const age = Date.now() - at;
  if (token && !fresh && age >= 0 && age < GOOD_MS) return Promise.resolve({ conversation, token });
  underWay ??= renewed().finally(() => {
    underWay = undefined;
  });
  return underWay;
}
// Half of what they are good for.
const GOOD_MS = 15 * 60_000;

// A token that has ended goes on for half a day, so that a page which slept in a pocket is no stranger.
async function renewed() {
  const { conversation, token } = kept();
  const generate = (shown) => call('/tokens/generate', { method: 'POST', ...(shown && { token: shown }) });
  let given;
  try {
    given = await generate(token);
  } catch (fault) {
    if (fault.status !== 403 || !token) throw fault;
    given = await generate();
  }
  // Another tab may have begun one meanwhile, and both go on in that.
  const { token: theirs, conversation: there } = kept();
  if (!token && theirs) return { conversation: there, token: theirs };
  keep({ conversation: given.conversationId, token: given.token, at: Date.now() });
  if (token && given.conversationId !== conversation) begunAnew();
  return { conversation: given.conversationId, token: given.token };
}
