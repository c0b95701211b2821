import { markdown } from '../../../src/channels/webchat/markdown';
import { quickest } from '../../setup/quickest';

test.each([
  ['bold stays bold', 'Escriba *menú* o *ver clases*.', 'Escriba **menú** o **ver clases**.'],
  ['beside a sign, too', '(*Bosa*)', '(**Bosa**)'],
  ['stars within words are stars', '2*3*4', '2\\*3\\*4'],
  ['a star alone is a star', 'a * b', 'a \\* b'],
  ['stars around nothing are stars', '* a *', '\\* a \\*'],
  ['lines stay lines', 'a\nb\n\nc', 'a\\\nb\n\nc'],
  ['a numbered line begins no list', '1. Yoga\n2) Inglés', '1\\. Yoga\\\n2\\) Inglés'],
  ['nor does one with a dash', '- a\n+ b', '\\- a\\\n\\+ b'],
  ['nor is it a heading, a quotation, code or a table', '# a\n> b\n    c\n`d`|e', '\\# a\\\n\\> b\\\nc\\\n\\`d\\`\\|e'],
  ['an underlined line is no heading', 'a\n===', 'a\\\n\\==='],
  ['a link is its words', '[a](javascript:b)', '\\[a\\](javascript:b)'],
  ['a picture is fetched from nowhere', '![a](http://b/c.png)', '!\\[a\\](http\\://b/c.png)'],
  [
    'an address is no link',
    'www.b.example, http://b.example, a@b.example',
    'www\\.b.example, http\\://b.example, a\\@b.example',
  ],
  ['a tag is its signs', '<img onerror=x> &lt;', '\\<img onerror=x\\> \\&lt;'],
  ['a backslash undoes nothing', '\\[a\\](b)', '\\\\\\[a\\\\\\](b)'],
  ['a backslash at a line’s end either', 'a\\\nb', 'a\\\\\\\nb'],
])('%s', (_, text, shown) => expect(markdown(text)).toBe(shown));

test('the worst of texts takes no time', () => {
  for (const text of ['*a'.repeat(2048), '* '.repeat(2048), '1'.repeat(4096), '\\'.repeat(4096), '*'.repeat(4096)])
    expect(quickest(() => markdown(text))).toBeLessThan(20);
});
