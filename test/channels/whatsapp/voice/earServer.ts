import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Meta's files and a service that writes speech down, on one socket; a test may answer any of the three itself. */
export type EarServer = {
  url: string;
  asked: { path: string; authorization: string | undefined; body: string }[];
  answers: Partial<Record<'place' | 'file' | 'words', Answer>>;
  close: () => Promise<void>;
};
type Answer = (response: ServerResponse, url: string) => void;

/** Starts one; unless told otherwise, every recording says "Menú.". */
export async function startEarServer(): Promise<EarServer> {
  const ear = { asked: [], answers: {} } as unknown as EarServer;
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    ear.asked.push({ path, authorization: request.headers.authorization, body: await textOf(request) });
    const which = path.startsWith('/v25.0/') ? 'place' : path.startsWith('/files/') ? 'file' : 'words';
    (ear.answers[which] ?? DEFAULTS[which])(response, ear.url);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ear.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  ear.close = async () => {
    server.closeAllConnections();
    server.close();
  };
  return ear;
}

/** Answers with JSON. */
export function json(value: unknown, status = 200): Answer {
  return (response) => {
    // restify, where it is loaded too, has put a writeHead of its own in place that gives nothing back.
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };
}

const DEFAULTS: Record<'place' | 'file' | 'words', Answer> = {
  place: (response, url) =>
    json({ url: `${url}/files/1`, mime_type: 'audio/ogg; codecs=opus', file_size: 4, id: '1' })(response, url),
  file: (response) => void response.end('OggS'),
  words: json({ text: ' Menú. ' }),
};

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
}
