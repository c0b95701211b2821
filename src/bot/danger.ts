import type { DialogContext } from 'botbuilder-dialogs';
import type { Danger, HelpLines } from '../domain/helpLines';
import type { Utterance } from '../domain/talk';
import { type DangerTold, dangerIn } from '../replies/danger';
import { type Said, say } from '../script/say';
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
  bubble.said.push(...whoHelps(dangers, lines).map((each) => sentence(language, each)));
  unit.blanked.push(message.seq);
}

// Where somebody is dying, the number to call comes before all else.
function whoHelps(dangers: Danger[], lines: HelpLines): Said[] {
  const number = lines.emergency;
  const others = dangers.flatMap((danger) =>
    danger === 'health'
      ? []
      : [say(`danger.${danger}`, { lines: lines[danger].map((line) => `• ${line}`).join('\n') })],
  );
  if (!dangers.includes('health')) return [...others, say('danger.emergency', { number }), say('danger.notKept')];
  return [
    say('danger.health', { number }),
    ...others,
    say(others.length > 0 ? 'danger.notKept' : 'danger.healthNotKept'),
  ];
}
