import { folded } from './text';

/** "seguir 48213907", as the link and the QR code write it: she goes on here with what she began elsewhere. */
export function handoverCodeSaid(text: string): string | undefined {
  const [, digits = ''] =
    /^\W*(?:seguir|continuar|continue)\W+((?:\d\s?){8})\W*$/.exec(folded(text.slice(0, LONGEST))) ?? [];
  return digits === '' ? undefined : digits.replace(/\s/g, '');
}

/** "seguir en WhatsApp", "continuar en la web": she asks to go on elsewhere, and where. */
export function handoverAsked(text: string): 'whatsapp' | 'web' | undefined {
  const said = folded(text.slice(0, LONGEST));
  if (!ASKED.test(said)) return undefined;
  return /whats?app|wasap|guasap/.test(said) ? 'whatsapp' : 'web';
}
const LONGEST = 80;

const ASKED =
  /^\W*(?:quiero |prefiero |puedo )?(?:seguir|sigo|continuar|continuo|pasar|terminar|continue|go on)(?: \w+){0,2} (?:en|por|on|a|al)(?: \w+){0,2} (?:whats?app|wasap|guasap|web|pagina|internet|computador|computadora|website|computer)\W*$/;
