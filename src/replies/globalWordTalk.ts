import { any } from './anyOf';

/** What a whole line says at more length than a list of phrases can hold: "no sé cómo se maneja esto", "páseme a la señorita". */
export function wordAtLength(phrase: string): 'help' | 'cancel' | 'leave' | 'person' | undefined {
  return patterns.find(([, pattern]) => pattern.test(phrase))?.[0];
}

const polite =
  '(?:auxilio|pues|yo|ya|es que|la verdad|ay|uy|bueno|mejor|entonces|por favor|porfa|oiga|mija|listo|gracias|hoy)';
const please = `(?:${polite} )*`;
const thanks = `(?: ${polite})*`;
const asked =
  '(?:es|se|lo|le|les|toca|hay|tengo|debo|que|hacer|hace|hago|manejar|maneja|usar|usa|uso|llenar|llena|lleno|responder|responde|respondo|contestar|contesta|contesto|escribir|escribe|escribo|poner|pone|pongo|funciona|marcar|marca|seguir|sigue|continuar|dice|quieren?|piden?|preguntan?|me|esto|eso|aqui|ahi|aca|este|chat|aparato|cosa|vaina|la|el|en|ustedes|usted|por|con|va|debe|decir|bien)';
const ends =
  '(?:asi|ahi|hasta ahi|hasta aqui|eso|esto|las cosas|todo|quiet[oa]|por hoy|para otro dia|para despues|para manana|pa otro dia|pa despues)';
const going =
  '(?:seguir|continuar|sigo|sigamos|continuo|registrarme|inscribirme|hacer esto|hacerlo)(?: (?:mas|con|esto|eso|la|el|inscripcion|registro|proceso|vaina|en))*';
const us =
  '(?:senorita|senora|muchacha|muchacho|chica|joven|doctora|asesora|asesor|funcionaria|persona|que (?:atiende|manda|sabe|contesta)|encargada|coordinadora)';

const patterns: ['help' | 'cancel' | 'leave' | 'person', RegExp][] = [
  [
    'help',
    new RegExp(
      `^${please}no (?:le |lo )?(?:se|entiendo|entendi|comprendo) (?:muy )?(?:bien )?(?:como|que|lo que|para que|nada de|a que|donde)(?: ${asked})+${thanks}$`,
    ),
  ],
  [
    'help',
    new RegExp(
      `^${please}(?:me (?:puede |pueden )?)?(?:explique|explica|expliqueme|explicar|explicarme|ayudeme|ayuda|ayudar|ensene|enseneme|ensenar|diga|digame) (?:a )?como(?: ${asked})+${thanks}$`,
    ),
  ],
  [
    'help',
    new RegExp(
      `^${please}(?:esto|eso|este chat|esta vaina|esta cosa|este aparato) (?:que )?como(?: ${asked})+${thanks}$`,
    ),
  ],
  [
    'cancel',
    new RegExp(
      `^${please}no (?:quiero |deseo |voy a )?${going}(?:(?: (?:y|mejor|pues|entonces))? (?:dejemoslo|dejelo|dejemos|deje)(?: ${ends})+)?${thanks}$`,
    ),
  ],
  ['cancel', new RegExp(`^${please}(?:dejemoslo|dejemos|dejelo|deje|dejar)(?: ${ends})+${thanks}$`)],
  [
    'leave',
    new RegExp(
      `^${please}(?:(?:quiero|necesito|deseo|puede|me|pueden|como) )*(?:salir|salirme|salgo|cerrar|cierre|cierreme|cierra|cierren|sacar|sacarme|saqueme)(?: de)?(?: mi| la| esta| el| este)* (?:sesion|cuenta|chat|perfil)(?: (?:de|en|por|del|desde|este|el|aqui|celu|celular|telefono|aparato|computador))*${thanks}$`,
    ),
  ],
  [
    'person',
    new RegExp(
      `^${please}(?:(?:quiero|necesito|prefiero|puedo|deseo|dejeme|quisiera|que me) )*(?:comuniqueme|comunicarme|comunicar|paseme|pasame|hablar|pongame|conecteme|atienda|deme)(?: a| con| al telefono)* (?:la|una|el|un|alguna|algun) ${us}(?: (?:de verdad|de la|oficina|manzana|alcaldia|ahi|alla|carne y hueso|de|que (?:atiende|sepa|sabe)))*${thanks}$`,
    ),
  ],
];

/** A line without the reason that follows an order to the desk: "devuélvame, que le di mal", "cierre, que este celular es de mi hija". */
export function withoutDeskReason(line: string): string {
  const found = deskReason.exec(line);
  return found && !turns.test(found[0]) ? line.slice(0, found.index) : line;
}

const deskReason = new RegExp(
  `(?<=\\w) (?:/ )?(?:(?:pues|es que|porque|ya que|que|because|cause) )+(?:(?:yo|ya|es que|ahi|la) )*(?:${[
    '(?:le|la|lo|me) (?:di|puse|escribi|conteste|respondi|marque|equivoque|confundi|enrede|perdi|canse|aburri|pase|salte)',
    '(?:di|puse|escribi|conteste|respondi|marque|oprimi|espiche|hundi)',
    '(?:este|el|esta) (?:telefono|celular|celu|cel|aparato|tablet|computador) (?:es|no es|lo)',
    'no (?:entiendo|entendi|comprendo|se (?:como|que|leer|escribir)|me acuerdo|veo|era|es lo que|tengo (?:tiempo|mas tiempo|gafas))',
    '(?:tengo|voy de|ando de) afan|se me (?:hizo tarde|acaba|descarga|quema)|me (?:llaman|toca salir)|estoy (?:ocupada|enredada|perdida|confundida)',
    '(?:i )?(?:made a mistake|pressed|typed|put|got it wrong|dont (?:understand|know how))|this (?:phone|is not my|isnt my)',
  ].join('|')})\\b(?: [\\w/]+){0,9}$`,
);
const turns = any('pero|menu|ayuda|cancelar|persona|but');

/** Whether a clause only complains of the desk or of herself before she says what she wants: "yo con máquinas no hablo". */
export function isComplaint(clause: string): boolean {
  return complaint.test(clause);
}

const machines = '(?:maquinas?|robots?|contestadoras?|aparatos?|grabaciones)';
const complaint = new RegExp(
  `^(?:(?:ay|uy|no|pues|yo|es que|que|la verdad|mija|perdon|a mi|espere|oiga|mire) )*(?:ay|uy|no|ya no|mejor no|perdon|espere|(?:con )?(?:una |estas |esas |las )?${machines} (?:no|ni) (?:hablo|me entiendo|me gustan?|quiero)|no (?:hablo|me gusta hablar|me gusta|quiero hablar|me gustan|me entiendo|entiendo|se hablar|le hablo)(?: con| a)?(?: una| las| estas| esas| el| un)? ${machines}|esto (?:es|esta|me parece|se puso)(?: muy| bien| todo| como)* (?:dificil|enredado|complicado|raro|maluco|largo)|(?:estoy|ando|ya estoy|me siento)(?: muy| toda)* (?:perdida|enredada|confundida|cansada)|(?:soy |soy muy )?(?:mala|negada|bruta|burra) (?:para|con) (?:esto|la tecnologia|el celular|estas cosas|los aparatos)|no (?:se|entiendo|entendi)(?: nada| leer| escribir| bien| leer bien)?(?: de)?(?: esto| eso| estas cosas)?|no era (?:eso|esa|asi)|me (?:equivoque|confundi|enrede)|le di (?:mal|donde no era)|i dont (?:like|talk to|want) (?:machines|robots))$`,
);
