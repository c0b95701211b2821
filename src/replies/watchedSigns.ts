import { type Sign, words } from './sign';

const partner = 'marido|esposo|pareja|novio|companero|ex|exesposo|exmarido';
const he = `(?:mi (?:${partner})|el|ese (?:hombre|senor|tipo)|este (?:hombre|senor))`;
const phone = '(?:el|mi|todo el) (?:celular|cel|telefono|whatsapp|chat)|(?:los|mis) (?:mensajes|chats|whatsapps)';
const reads = `${he}(?: (?:siempre|todo el tiempo|a cada rato|vive|anda|esta))? me (?:revisa|revisando|esculca|esculcando|lee|quita|quito|controla|mira)(?: \\w+)? (?:${phone})`;
const secretly =
  '(?:escribo|escribiendo|hablo|hablando|contesto)(?: \\w+){0,2} (?:rapido|rapidito|a escondidas|escondida|escondidita|bajito|pasito|calladita)';
const afraid =
  'miedo|terror|pavor|panico|me (?:pega|cela|grita|amenaza|casca|mata|insulta)|a escondidas|escondida|no (?:lo )?puede ver|que no (?:vea|sepa|se entere)|si (?:se entera|ve|sabe|se da cuenta)|lo borro|borro todo';

/** Who writes in fear of somebody who watches her. */
export const watchedSigns: Sign[] = [
  {
    told: words(
      `${reads}(?: \\w+){0,10} (?:${afraid})|(?:${afraid})(?: \\w+){0,8} ${reads}|${secretly}(?: \\w+){0,3} ${reads}`,
    ),
    unless: { whole: /\b(?:nin[oa]|nieto|hij[oa]|tareas?)\b/ },
  },
  {
    told: words(
      `${secretly}(?: \\w+){0,3} ${he} (?:me (?:vigila|controla|cela|pilla|pega|oye|escucha)|se (?:da|de) cuenta|no (?:sabe|puede saber|quiere que)|(?:esta|anda) (?:aqui|cerca|al lado|en la (?:pieza|sala|cocina|puerta)))`,
    ),
    unless: { whole: /\b(?:nin[oa]|bebe|nieto|hij[oa]|clase|reunion|jefe)\b/ },
  },
  {
    told: words(
      '(?:miedo|terror|pavor|panico) (?:de |a |por )?lo que (?:el )?(?:me|nos|le|les) (?:haga|hagan|pueda hacer|puede hacer|vaya a hacer|va a hacer|hace|hara)',
    ),
    unless: {
      before: /\b(?:no|sin|ni)(?: \w+){0,2} $/,
      whole:
        /\b(?:medic\w+|doctor\w*|odontolog\w+|dentista|operacion|cirugia|examen(?:es)?|vacuna|enfermer\w+|hospital|eps|profe\w*)\b/,
    },
  },
];
