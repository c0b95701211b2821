/** What a RESP server can answer; `pairs` is a map in RESP3 and a flat list in RESP2, `push` a message nobody asked for. */
export type Reply =
  | { ok: string }
  | { error: string }
  | { push: Reply[] }
  | { pairs: [string, Reply][] }
  | Reply[]
  | Buffer
  | string
  | number
  | null;

/** Takes the whole commands off the front of what has arrived; `rest` is the beginning of the next one. */
export function readCommands(arrived: Buffer): { commands: Buffer[][]; rest: Buffer } {
  const commands: Buffer[][] = [];
  let rest = arrived;
  for (;;) {
    const read = readCommand(rest);
    if (!read) return { commands, rest };
    commands.push(read.words);
    rest = rest.subarray(read.end);
  }
}

/** The bytes of an answer, in the protocol (2 or 3) the client chose. */
export function encode(reply: Reply, protocol: number): Buffer {
  if (reply === null) return Buffer.from(protocol === 3 ? '_\r\n' : '$-1\r\n');
  if (typeof reply === 'number') return Buffer.from(`:${reply}\r\n`);
  if (typeof reply === 'string') return bulk(Buffer.from(reply));
  if (Buffer.isBuffer(reply)) return bulk(reply);
  if (Array.isArray(reply)) return list('*', reply.length, reply, protocol);
  if ('ok' in reply) return Buffer.from(`+${reply.ok}\r\n`);
  if ('error' in reply) return Buffer.from(`-${reply.error}\r\n`);
  if ('push' in reply) return list(protocol === 3 ? '>' : '*', reply.push.length, reply.push, protocol);
  const flat = reply.pairs.flat();
  return protocol === 3 ? list('%', reply.pairs.length, flat, protocol) : list('*', flat.length, flat, protocol);
}

// A command is "*2\r\n$3\r\nGET\r\n$1\r\nk\r\n"; undefined while a part of it is still to come.
function readCommand(bytes: Buffer): { words: Buffer[]; end: number } | undefined {
  const head = readLine(bytes, 0);
  if (!head) return undefined;
  const words: Buffer[] = [];
  let at = head.end;
  for (let left = Number(head.line.slice(1)); left > 0; left--) {
    const length = readLine(bytes, at);
    if (!length) return undefined;
    const end = length.end + Number(length.line.slice(1));
    if (bytes.length < end + 2) return undefined;
    words.push(Buffer.from(bytes.subarray(length.end, end)));
    at = end + 2;
  }
  return { words, end: at };
}

function readLine(bytes: Buffer, from: number): { line: string; end: number } | undefined {
  const end = bytes.indexOf('\r\n', from);
  return end < 0 ? undefined : { line: bytes.toString('latin1', from, end), end: end + 2 };
}

function bulk(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`$${bytes.length}\r\n`), bytes, Buffer.from('\r\n')]);
}

function list(mark: string, length: number, replies: Reply[], protocol: number): Buffer {
  return Buffer.concat([Buffer.from(`${mark}${length}\r\n`), ...replies.map((reply) => encode(reply, protocol))]);
}
