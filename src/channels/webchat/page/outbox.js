import { call, ticket } from './calls.js';
import { keep, kept } from './kept.js';

// What she has said leaves here in order. It stays kept until the server has it, and goes out under the same key however
// often: the server takes each key once, so that nothing is lost and nothing doubled.
let isPosting = false;
let wakeUp = () => {};
let heardOf = () => {};

/** What waits to be sent, oldest first: `{key, activity}`. */
export function unsent() {
  return kept().queue ?? [];
}

/** Sends an activity, now or when it can; gives the key it goes by. */
export function send(activity, key = newKey()) {
  if (!unsent().some((one) => one.key === key)) keep({ queue: [...unsent(), { key, activity }] });
  sendWaiting();
  return key;
}

/** Tells how each has ended: with `isTaken`, or refused for good. */
export function onSent(hear) {
  heardOf = hear;
}

/** Tries at once what waits. */
export function sendWaiting() {
  wakeUp();
  if (isPosting) return;
  isPosting = true;
  void postAll();
}

async function postAll() {
  let pause = FIRST_PAUSE_MS;
  let isFresh = false;
  while (unsent()[0]) {
    const [next] = unsent();
    try {
      await post(next, isFresh);
      settle(next.key, true);
      pause = FIRST_PAUSE_MS;
      isFresh = false;
    } catch (fault) {
      const { status, afterSeconds = 0 } = fault;
      if (status >= 400 && status < 429 && status !== 403) settle(next.key, false);
      else {
        isFresh = status === 403;
        await rest(Math.max(pause, afterSeconds * 1000));
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }
  isPosting = false;
}
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

async function post({ key, activity }, fresh) {
  const { conversation, token } = await ticket({ fresh });
  const body = { ...activity, channelData: { clientActivityID: key } };
  await call(`/conversations/${conversation}/activities`, { method: 'POST', token, body });
}

function settle(key, isTaken) {
  keep({ queue: unsent().filter((one) => one.key !== key) });
  heardOf(key, isTaken);
}

/** Waits so long, or until somebody tries at once. */
function rest(milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    wakeUp = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
