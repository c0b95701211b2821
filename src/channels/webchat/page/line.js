import { call, ticket } from './calls.js';

// What the server says comes by a socket. Where none opens (some networks let none through), it is asked every few seconds.
let watermark = '';
let hangSocket = () => {};
let isClosed = false;
let isOver = () => {};
let hearing = () => {};
let linked = () => {};

/**
 * Listens, for good; first it reads what has been said, if it `isKnown` that something has. `hear` is given activities, in
 * order, each batch with whether it is from before; `tell` is told whether there is a connection.
 */
export async function listen(hear, tell, isKnown) {
  hearing = hear;
  linked = tell;
  watermark = isKnown ? '' : '0';
  for (let tries = 0; !isClosed; ) {
    try {
      if (watermark === '') await readAll(true);
      const wasOpen = await stream();
      if (wasOpen) tell(false);
      else await readAll(false);
      tries = 0;
      await untilNext(wasOpen ? SOON_MS : POLL_MS);
    } catch (fault) {
      tell(false);
      if (fault.status === 403) await ticket({ fresh: true }).catch(() => {});
      tries += 1;
      await untilNext(Math.min(SOON_MS * 2 ** tries, 15_000));
    }
  }
}
const SOON_MS = 500;
const POLL_MS = 4_000;

/** Listens to another conversation, which has only begun. */
export function listenAnew() {
  watermark = '0';
  hang();
}

/** Ends the line for good. */
export function hangUp() {
  isClosed = true;
  hang();
}

/** Looks at once whether the line still stands; with another network (`isOther`) it does not. */
export function lookAtLine(isOther) {
  if (isOther || Date.now() - lastHeard > QUIET_MS) hang();
  else isOver();
}

async function readAll(isFromBefore) {
  for (let isMore = true; isMore && !isClosed; ) {
    const { conversation, token } = await ticket();
    const read = await call(`/conversations/${conversation}/activities?watermark=${watermark}`, { token });
    isMore = read.watermark !== watermark && read.activities.length > 0;
    watermark = read.watermark;
    hearing(read.activities, isFromBefore);
    linked(true);
  }
}

let lastHeard = 0;

// Resolves when it is over, with whether it was ever open.
async function stream() {
  const { conversation, token } = await ticket();
  const { streamUrl } = await call(`/conversations/${conversation}?watermark=${watermark}`, { token });
  const line = new WebSocket(streamUrl);
  lastHeard = Date.now();
  // The server gives a sign of life every 25 seconds.
  const watch = setInterval(() => Date.now() - lastHeard > QUIET_MS && hang(), 5_000);
  line.onmessage = ({ data }) => {
    lastHeard = Date.now();
    if (data === '') return;
    const frame = JSON.parse(data);
    watermark = frame.watermark;
    hearing(frame.activities, false);
  };
  const wasOpen = await untilClosed(line);
  clearInterval(watch);
  line.onmessage = null;
  line.close();
  return wasOpen;
}
const QUIET_MS = 60_000;

// A socket over a network that has gone may take minutes to close: whoever hangs up need not wait for it.
function untilClosed(line) {
  return new Promise((resolve) => {
    let wasOpen = false;
    line.onopen = () => {
      wasOpen = true;
      linked(true);
    };
    isOver = () => {};
    line.onclose = () => resolve(wasOpen);
    hangSocket = () => resolve(wasOpen);
  });
}

function hang() {
  hangSocket();
  isOver();
}

function untilNext(milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds * (0.75 + Math.random() / 2));
    isOver = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}
