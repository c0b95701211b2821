import type { DialogContext } from 'botbuilder-dialogs';
import type { HelpLines } from '../domain/helpLines';
import type { Utterance } from '../domain/talk';
import { type DangerTold, dangerIn } from '../replies/danger';
import { say } from '../script/say';
import { sentence } from '../script/sentences';
import { turnOf } from './turnContext';

/** The dangers her words tell of, if any. */
export function dangerOf(utterance: Utterance): DangerTold | undefined {
  switch (utterance.kind) {
    case 'text':
      return dangerIn(utterance.text);
    case 'form':
      return dangerIn(Object.values(utterance.form.answers).join('\n'));
    case 'tap':
    case 'location':
    case 'phone':
    case 'unreadable':
    case 'joined':
    case 'notice':
      return undefined;
  }
}

/**
 * Says at once who helps, in the language of her words. The talk stays where it stands, and what she wrote is kept
 * nowhere: neither in its state, nor in the inbox.
 */
export function sayWhoHelps({ dangers, language }: DangerTold, lines: HelpLines, dc: DialogContext): void {
  const { bubble, unit, message } = turnOf(dc.context);
  const said = [
    ...dangers.map((danger) => say(`danger.${danger}`, { lines: lines[danger].map((line) => `• ${line}`).join('\n') })),
    say('danger.emergency', { number: lines.emergency }),
    say('danger.notKept'),
  ];
  bubble.said.push(...said.map((each) => sentence(language, each)));
  unit.blanked.push(message.seq);
}
