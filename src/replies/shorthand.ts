import { respelling } from './soundAlike';

/**
 * Folded words with what people shorten on the telephone written out, each word for one: "q dia es, tb voy xfa" gives
 * "que dia es tambien voy porfa"; and what is spelt by ear: "bivo" gives "vivo". A letter alone, which may be an initial or a number's, only where a word follows it.
 */
export function spelledOut(words: string[]): string[] {
  return words.map((word, at) => {
    const whole = word.length > longestShort ? undefined : shortened.get(word);
    if (whole === undefined) return spelledByEar(word);
    const [before = '', after = ''] = [words[at - 1] ?? '', words[at + 1] ?? ''];
    return word.length > 2 || mayStand(word, before, after) ? whole : word;
  });
}

/** "Mi pa" is her father, "PA 123456" a passport, "Ana D" somebody; "8 x 10" is a sum. */
function mayStand(word: string, before: string, after: string): boolean {
  if (word.length > 1 && word !== 'pa') return true;
  return after.length > 0 && !/^\d/.test(after) && !/^\d/.test(before) && !(word === 'pa' && possessives.has(before));
}

/** A word of the desk spelt by ear, as it is written: only such as are no other word then, and nobody's name. */
export const spelledByEar = respelling(
  [
    // Of Venezuela's "chama" no "llama": of words that sound alike the last is taken.
    'chama chamo',
    'hablar hablo vivo vivir vivimos vive llamo llama llamar llevo llevar hacer haciendo quiero quiere quieren quisiera',
    'vale valen horario horarios hermano hermana hijo hija hijos hijas necesito necesita informacion inscripcion inscribirme',
    'inscribir inscribo inscribirse cedula ciudadania extranjeria pasaporte persona maquina gracias servicio',
    'veces jueves viernes miercoles sabado sabados ayuda ayudar vecina natacion cocina computador computadores sistemas',
    'certificado certificados nombre tambien cambiar cambio tiempo siempre celular telefono colegio recoger asistir quien',
    'cuesta cuanto cuanta cuantos cuantas cuando cual como todavia nacio nacimiento bicicleta ejercicio ingles ',
    'venezolana venezolano entonces hacen hace direccion correccion corregir equivocado equivocada',
  ]
    .join(' ')
    .split(' '),
);

const longestShort = 7;
const possessives = new Set(['mi', 'su', 'tu']);

const shortened = new Map(
  [
    'que q k ke qe',
    'de d',
    'del dl',
    'por x',
    'para pa pra',
    'porque xq pq xk pk porq pork porqe',
    'porfa xfa xfis porfi',
    'porfavor xfavor xfv',
    'tambien tb tbn tmb tmbn tambn tanbien',
    'bien bn',
    'donde dnd dond',
    'cuando cdo cndo',
    'despues dsps dps desp',
    'ustedes uds',
    'usted ud',
    'gracias grax grcs gcs grs',
    'mensaje msj msg',
    'mensajes msjs',
    'whatsapp wsp wpp wasap guasap watsap whatsap',
    'yoga yoja yoha',
    'please plz plss plis',
    'because bcoz bcz',
    'tomorrow tmrw tmr tomorow',
    'your ur',
    'about bout',
    'give gimme',
  ].flatMap((line) => {
    const [whole = '', ...short] = line.split(' ');
    return short.map((one): [string, string] => [one, whole]);
  }),
);
