import type { DocumentType } from '../src/domain/document';
import { say } from '../src/script/say';
import type { Titled } from '../src/script/steps';

/** The documents she may have, the commonest first. */
export const documents: (Titled & { id: DocumentType })[] = [
  { id: 'CC', title: say('registration.cc'), detail: say('registration.ccDetail') },
  { id: 'CE', title: say('registration.ce') },
  { id: 'PPT', title: say('registration.ppt'), detail: say('registration.pptDetail') },
  { id: 'PA', title: say('registration.pa') },
  { id: 'PEP', title: say('registration.pep'), detail: say('registration.pepDetail') },
  { id: 'SC', title: say('registration.sc') },
  { id: 'TI', title: say('registration.ti'), detail: say('registration.tiDetail') },
  { id: 'OTRO', title: say('registration.otro'), detail: say('registration.otroDetail') },
];
