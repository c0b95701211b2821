import { areNear, type Spelled, spelled } from './near';
import { folded, wordSet } from './text';

/** Whether a folded word names something classes are commonly about, a slip allowed: "yoga", "costura", "sistemas". */
export function isTopic(word: string): boolean {
  if (topics.has(word)) return true;
  if (word.length <= 3 || word.length >= 20 || alike.has(word)) return false;
  const typed = spelled(word);
  return longTopics.some((topic) => mayBeSlip(typed, topic) && areNear(typed, topic));
}

// Hardly anybody misses the first letter: "puerta" is no slip for "huerta".
function mayBeSlip(typed: Spelled, topic: Spelled): boolean {
  return typed.word.charAt(0) === topic.word.charAt(0) || typed.sound === topic.sound;
}

const topics = wordSet(
  'yoga pilates zumba natacion nadar danza danzas baile bailar rumba aerobicos aerorumba gimnasia gimnasio ejercicio ejercicios deporte ' +
    'deportes futbol baloncesto ajedrez caminata caminatas acondicionamiento estiramiento meditacion relajacion costura coser confeccion ' +
    'modisteria tejido tejidos tejer crochet macrame bordado bordar manualidades bisuteria artesanias arte artes pintura dibujo ceramica musica canto ' +
    'coro guitarra teatro lectura escritura literatura cocina cocinar panaderia pasteleria reposteria gastronomia belleza peluqueria ' +
    'manicure unas maquillaje barberia sistemas computacion informatica computadores excel word internet ingles frances portugues primaria ' +
    'bachillerato secundaria matematicas huerta huertas agricultura jardineria plantas compostaje reciclaje aves bici bicicleta ciclismo ' +
    'emprendimiento negocio negocios ventas mercadeo finanzas contabilidad ahorro empleo enfermeria cuidado autocuidado nutricion ' +
    'salud fotografia video celulares electricidad plomeria carpinteria mascotas defensa dance dancing swimming sewing knitting cooking ' +
    'baking english spanish computers computing exercise gym painting drawing music singing theatre gardening cycling business',
);

const longTopics = [...topics].filter((topic) => topic.length > 3).map(spelled);

/** A folded topic as it is written: "natacion" gives "natación". */
export function topicWritten(topic: string): string {
  return written.get(topic) ?? topic;
}

const written = new Map(
  [
    'natación aeróbicos música meditación relajación confección modistería bisutería artesanías cerámica panadería',
    'pastelería repostería gastronomía peluquería barbería computación informática inglés francés portugués matemáticas',
    'jardinería enfermería nutrición fotografía plomería carpintería uñas',
  ].flatMap((line) => line.split(' ').map((word) => [folded(word), word] as const)),
);

// Near a topic, but words of their own.
const alike = wordSet(
  'gustaria gustarian mercado mercados enfermera enfermero enfermeras enfermo enferma borrar comer coger tenido saludo relacion medicacion papeleria bajar costado cocino rumbo cuanto cuanta cuantos cuantas casa cosa cose mano manos dansar gente salida venta vente enta baja cara canta cuidador cuidadora cuidar trabajo salir tarde ' +
    'parte partes antes tener negar unos una hacer leer ver video viernes jueves martes lunes sabado domingo corto corte corta claro case cases ' +
    'sale sales nombre numero dance conto conte cuento santo',
);
