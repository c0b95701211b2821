import { existsSync, readFileSync } from 'node:fs';
import { projectFile } from '../../../src/projectFiles';

/** Half of the utterances may be looked at while a reader is changed; the other half only tells how good it is. */
export const halves = ['seen', 'unseen'] as const;
export const languages = ['es', 'en'] as const;

/** Something somebody may write, what she was asked, and what it means; 'unclear' where it must not be guessed. */
export type Labelled = {
  half: (typeof halves)[number];
  language: (typeof languages)[number];
  context: string;
  text: string;
  expected: string;
};

/** How a reader did with one: `right` as labelled; `unclear` asked back, or read in part; `wrong` took it for something else. */
export type Verdict = 'right' | 'unclear' | 'wrong';

/**
 * A reader and what it is held to. `read` gives the meaning as the labels write it; several parts are parted by " | ".
 * `verdict`: where the labels need a judge of their own.
 */
export type Suite = {
  reader: string;
  rows: Labelled[];
  read: (text: string, context: string) => string;
  verdict?: (got: string, expected: string) => Verdict;
};

/** A suite whose utterances stand in `<folder>/<half>/<language>/<reader>.txt`. */
export function suiteOf(folder: string, reader: string, read: Suite['read']): Suite {
  const rows = halves.flatMap((half) =>
    languages.flatMap((language) => {
      const file = projectFile(folder, half, language, `${reader}.txt`);
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      return labelled(text).map((row) => ({ half, language, ...row }));
    }),
  );
  return { reader, rows, read };
}

// A line is an utterance: "text => meaning", or only text, of the meaning last told by a line "=> meaning". "[…]" tells
// what was asked; "#" is a remark; "\n" in a text stands for a new line.
function labelled(text: string): Pick<Labelled, 'context' | 'text' | 'expected'>[] {
  const rows: Pick<Labelled, 'context' | 'text' | 'expected'>[] = [];
  let [context, meaning] = ['', ''];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('# ')) continue;
    const asked = /^\[(.*)\]$/.exec(line);
    const [said = '', expected] = line.startsWith('=> ') ? ['', line.slice(3)] : line.split(' => ');
    if (asked) context = asked[1] ?? '';
    else if (said === '') meaning = expected ?? '';
    else rows.push({ context, text: said.replaceAll('\\n', '\n'), expected: expected ?? meaning });
  }
  return rows;
}
