import { readFileSync } from 'node:fs';
import { projectFile } from '../projectFiles';
import type { Route } from './message';
import { qrSvg } from './qr';

/** `/seguir/…`: leads from the web chat to WhatsApp with the words typed already. It looks nothing up: the code is worth what it is worth there. */
export function goOnRoutes({ number }: { number?: string }): Route[] {
  const page = readFileSync(projectFile('src', 'http', 'page', 'goOn.html'), 'utf8');
  return [
    {
      method: 'GET',
      path: '/seguir/:code',
      answer: async ({ params }) => {
        const code = params.code ?? '';
        if (!/^\d{8}$/.test(code)) return { status: 404, body: 'Ese código no está completo.' };
        const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CSP };
        return { status: 200, headers, body: filled(page, code, number) };
      },
    },
  ];
}

const CSP =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function filled(page: string, code: string, number: string | undefined): string {
  const link = `https://wa.me/${number}?text=${encodeURIComponent(`seguir ${code}`)}`;
  const shown = number ? page : page.replace(/ *<!-- number -->[\s\S]*<!-- \/number -->\n/, '');
  return shown
    .replaceAll('{{code}}', code)
    .replaceAll('{{link}}', link)
    .replaceAll('{{qr}}', () => qrSvg(link));
}
