import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's site, for the chat to be brought to: a page under any path but those of `files`. */
export async function openSite(files: Record<string, string | Buffer> = {}) {
  let page = '';
  const server = createServer(({ url = '' }, response) => {
    const file = files[url];
    const type = file ? 'text/javascript' : 'text/html';
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.end(file ?? page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    /** Two addresses of the same site; to a browser they are two origins. */
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://localhost:${port}`,
    show: (html: string) => {
      page = html;
    },
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
