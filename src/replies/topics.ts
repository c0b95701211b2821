import { isNear } from './near';
import { wordSet } from './text';

/** Whether a folded word names something classes are commonly about, a slip allowed: "yoga", "costura", "sistemas". */
export function isTopic(word: string): boolean {
  if (topics.has(word)) return true;
  return (
    word.length > 3 &&
    word.length < 20 &&
    !alike.has(word) &&
    [...topics].some((topic) => topic.length > 3 && isNear(word, topic))
  );
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

// Near a topic, but words of their own.
const alike = wordSet(
  'cuanto cuanta cuantos cuantas casa cosa cose mano manos dansar gente salida venta vente enta baja cara canta cuidador cuidadora cuidar trabajo salir tarde ' +
    'parte partes tener negar unos una hacer leer ver video viernes jueves martes lunes sabado domingo corto corte corta claro case cases ' +
    'sale sales nombre numero dance',
);
