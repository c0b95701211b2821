import http from 'node:http';
import https from 'node:https';

/** Posts webhooks over connections that stay open, many at once; gives the status, or 0 when there was no answer. */
export type Poster = {
  post: (url: string, bytes: Buffer, headers: Record<string, string>) => Promise<number>;
  close: () => void;
};

/** Opens the connections; `timeoutMs` is how long an answer may take. */
export function openPoster(timeoutMs: number): Poster {
  const plain = new http.Agent({ keepAlive: true, maxSockets: 128 });
  const secure = new https.Agent({ keepAlive: true, maxSockets: 128 });

  const once = (url: string, bytes: Buffer, headers: Record<string, string>): Promise<Sent> =>
    new Promise((resolve) => {
      const options = { method: 'POST', headers: { ...headers, 'content-length': String(bytes.length) } };
      const request = url.startsWith('https:')
        ? https.request(url, { ...options, agent: secure })
        : http.request(url, { ...options, agent: plain });
      let isLate = false;
      request.setTimeout(timeoutMs, () => {
        isLate = true;
        request.destroy();
      });
      request.on('response', (response) => {
        response.resume();
        response.on('end', () => resolve({ status: response.statusCode ?? 0, wasStale: false }));
        response.on('close', () => resolve({ status: 0, wasStale: false }));
      });
      request.on('error', () => resolve({ status: 0, wasStale: request.reusedSocket && !isLate }));
      request.end(bytes);
    });

  return {
    post: async (url, bytes, headers) => {
      const first = await once(url, bytes, headers);
      // The server may have closed an idle connection in the very moment we used it: that is no failure of its own.
      return first.wasStale ? (await once(url, bytes, headers)).status : first.status;
    },
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}

type Sent = { status: number; wasStale: boolean };
