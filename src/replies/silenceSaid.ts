const messages = 'mensajes?|mensajitos?|whatsapps?|textos';
const more = `(?: (?:mas|nunca|nada|de nuevo|otra vez|sus|esos|los|${messages}))*`;
const tail =
  '(?: (?:de ustedes|de usted|de este numero|en este numero|a este numero|en este celular|a este celular|a mi celular|a mi numero|por aqui|por whatsapp|por favor|gracias))*';
const spanish = new RegExp(
  `^(?:(?:por favor|ya|que|solicito|pido|quiero|les pido|le pido|yo) )*(?:(?:quiero |deseo )?(?:salirme|salir|retirarme|darme de baja|me salgo|me retiro)(?: (?:de (?:esto|eso|aqui|este chat|este grupo|la lista)|del (?:chat|grupo|programa)))? )?(?:(?:por favor|y|ya) )*(?:${[
    `no (?:quiero que |deseo que )?(?:me|nos) escriban?${more}`,
    `no (?:quiero que |deseo que )?(?:me|nos) (?:manden?|envien?|lleguen)${more} (?:mas|${messages})${more}`,
    `no (?:me |nos )?(?:vuelvan?|volver) a (?:escribir|mandar|enviar)(?:me|nos)?${more}`,
    `no (?:quiero |deseo |quisiera )?(?:recibir )?(?:mas |sus |esos |los )*(?:${messages})(?: mas)?`,
    `(?:dejen?|paren) de (?:escribirme|mandarme|enviarme|mandar|enviar|molestarme|molestar)${more}`,
    '(?:no (?:me )?molesten?|dejenme (?:en paz|tranquila)|dejeme (?:en paz|tranquila))(?: mas)?',
  ].join('|')})${tail}$`,
);
const english =
  /^(?:(?:please|just) )*(?:(?:stop|quit) (?:texting|messaging|writing|sending)(?: to)?(?: me)?(?: messages)?|(?:dont|do not) (?:text|message|write|send)(?: to)?(?: me)?(?: messages)? (?:any ?more|again)|no more messages|leave me alone|unsubscribe(?: me)?)(?: please| any ?more| thanks)*$/;

/** Whether a line of folded words asks us to write no more. */
export function wantsSilence(line: string): boolean {
  const said = line.replaceAll(' / ', ' ');
  return spanish.test(said) || english.test(said);
}
