import { readFileSync } from 'node:fs';
import { locales } from '../../../locales/all';
import type { HttpRequest } from '../../http/message';
import { digest, type Packed, packed } from '../../http/packed';
import { projectFile } from '../../projectFiles';

type Asset = { name: string; type: string; version: string; packed: Packed };

/** The page's style. */
export const style: Asset = asset('chat.css', 'text/css', ['colours', 'chat', 'talk', 'controls'].map(stylesheet));

/** The page's script: its modules in one file, each after those it takes from. `embed` is that of other sites. */
export const script: Asset & { embed: string } = {
  ...asset(
    'chat.js',
    'text/javascript',
    ['words', 'kept', 'calls', 'outbox', 'line', 'markup', 'bubbles', 'choices', 'talk', 'composer', 'leaving', 'chat']
      .map((name) => read(`${name}.js`))
      .map(joinable),
  ),
  embed: read('embed.js'),
};

/** The page in each of our languages. */
export function chatPages({ number, phone }: { number?: string; phone: boolean }): Record<string, Packed> {
  const dropped = [...(phone ? [] : ['phone']), ...(phone || !number ? ['whatsapp'] : [])];
  const page = without(dropped, read('chat.html'))
    .replace('{{number}}', number ?? '')
    .replace('{{style}}', `/chat/${style.version}/${style.name}`)
    .replace('{{script}}', `/chat/${script.version}/${script.name}`);
  const languages = Object.keys(locales) as (keyof typeof locales)[];
  return Object.fromEntries(languages.map((language) => [language, packed(inLanguage(page, language))]));
}

/** The language somebody asks for, by `?lang=` or as the browser has it set, of those we have. */
export function who({ query, headers }: HttpRequest, languages: string[]): string | undefined {
  const wanted = [query.get('lang') ?? '', ...(headers['accept-language'] ?? '').slice(0, 200).split(',')];
  return wanted.map((one) => one.trim().slice(0, 2).toLowerCase()).find((one) => languages.includes(one));
}

function asset(name: string, type: string, parts: string[]): Asset {
  const text = parts.join('\n');
  return { name, type, version: digest(text), packed: packed(text) };
}

// On a slow network each further file is a wait: the modules go out as one. What a name clash would break, every test of
// the page would show.
function joinable(module: string): string {
  return module.replace(/^import [^;]*;\n/gm, '').replace(/^export /gm, '');
}

// The page holds all variants, each between comments of its name, so that it can be read as one page.
function without(dropped: string[], page: string): string {
  const left = dropped.reduce(
    (text, name) => text.replace(new RegExp(` *<!-- ${name} -->[^]*?<!-- /${name} -->\n`, 'g'), ''),
    page,
  );
  return left.replace(/ *<!-- \/?\w+ -->\n/g, '');
}

function inLanguage(page: string, language: keyof typeof locales): string {
  const words = Object.entries(locales[language])
    .filter(([key]) => key.startsWith('page.'))
    .map(([key, text]) => [key.slice('page.'.length), text] as const);
  const other = Object.keys(locales).find((one) => one !== language) ?? language;
  const filled = words.reduce((text, [name, word]) => text.replaceAll(`{{${name}}}`, word), page);
  return filled
    .replace('lang="en"', `lang="${other}"`)
    .replace('lang="es"', `lang="${language}"`)
    .replaceAll('{{other}}', other)
    .replace('"{{words}}"', () => JSON.stringify(Object.fromEntries(words)).replaceAll('<', '\\u003c'));
}

function stylesheet(name: string): string {
  return read(`${name}.css`);
}

function read(name: string): string {
  return readFileSync(projectFile('src', 'channels', 'webchat', 'page', name), 'utf8');
}
