/** Every sentence in Spanish (usted, feminine by default). ICU MessageFormat; a plural form always holds "#" or a space. */
export const es = {
  'talk.changed': 'Hemos cambiado esta parte. Lo que ya nos dijo está guardado.',
  'talk.oldButton': 'Ese botón era de una pregunta anterior. Seguimos aquí:',
  'talk.wayOut': 'Si prefiere, escriba *persona* y alguien del equipo le ayuda, o *menú* para volver al inicio.',
  'talk.firstQuestion': 'Esta es la primera pregunta; no hay otra antes.',
  'talk.chooseOne': 'No le entendí. Por favor elija una de las opciones.',
  'talk.notUnderstood': 'No le entendí. ¿Me lo escribe de otra forma?',
  'talk.noAudio': 'Todavía no puedo oír audios. ¿Me lo escribe, por favor?',
  'talk.cannotRead': 'Solo puedo leer texto. ¿Me lo escribe, por favor?',
  'talk.help': 'Conteste la pregunta, o escriba *atrás*, *menú*, *cancelar* o *persona*. Para English escriba *idioma*.',
  'talk.person': 'Listo. Alguien del equipo le escribirá por aquí.',
  'talk.cancelled': 'Cancelado. No se guardó nada de esto.',
  'talk.goodbye': 'Hasta luego. Cuando quiera volver, escriba *hola*.',
  'talk.sorry': 'Algo falló de nuestro lado con su último mensaje. Ya avisamos al equipo. Puede escribir *menú* para seguir.',
  'talk.languageSet': 'Seguimos en español.',
} as const;
