import type { es } from './es';

/** Every sentence in English. */
export const en: Record<keyof typeof es, string> = {
  'talk.changed': 'We have changed this part. What you already told us is kept.',
  'talk.oldButton': 'That button belonged to an earlier question. We are here:',
  'talk.wayOut': 'If you prefer, write *person* and someone from the team helps you, or *menu* to go back to the start.',
  'talk.firstQuestion': 'This is the first question; there is none before it.',
  'talk.chooseOne': 'I did not understand. Please choose one of the options.',
  'talk.notUnderstood': 'I did not understand. Could you write it another way?',
  'talk.noAudio': 'I cannot listen to voice notes yet. Could you write it, please?',
  'talk.cannotRead': 'I can only read text. Could you write it, please?',
  'talk.help': 'Answer the question, or write *back*, *menu*, *cancel* or *person*. Para español escriba *idioma*.',
  'talk.person': 'Done. Someone from the team will write to you here.',
  'talk.cancelled': 'Cancelled. Nothing of this was saved.',
  'talk.goodbye': 'Goodbye. Write *hello* whenever you want to come back.',
  'talk.sorry': 'Something failed on our side with your last message. The team has been told. Write *menu* to go on.',
  'talk.languageSet': 'We go on in English.',
};
