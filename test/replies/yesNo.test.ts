import { yesNo } from '../../src/replies/yesNo';

const yes =
  'sí|si|SI|Sí.|siii|sip|sisas|claro|claro que sí|dale|bueno|ok|oka|okay|okk|listo|lista|vale|obvio|perfecto|hágale|hágale pues|de una|' +
  'de acuerdo|va|ta bien|está bien|bien|porfa|por favor|quiero|sí quiero|ya|sisa mi so|sí señora|eso sí|👌|👍|👍🏽|✅|1|sí 👍|acepto|' +
  'sí acepto|autorizo|estoy de acuerdo|por supuesto|con mucho gusto|listo, muchas gracias|sí, por favor|si gracias|cómo no|' +
  'no hay problema|correcto|así es|yes|Yes, please|yeah|sure|of course|I agree|no problem|y|sí 😊|ajá|me parece bien|confirmo|1️⃣|sí, pueden guardar mis datos|no perdón sí acepto|buenas tardes señorita, sí guárdemelo, Dios la bendiga';

const no =
  'no|NO|nooo|No.|nop|nope|nones|nocas|noclas|no gracias|no, gracias|ya no|más tarde|ahora no|todavía no|👎|❌|2|2️⃣|no quiero|' +
  'no acepto|no autorizo|no lo acepto|no estoy de acuerdo|claro que no|para nada|bueno no|no señora|no thanks|not now|later|n|nunca|' +
  'ya no quiero|no, muchas gracias|no me interesa|por ahora no|no gracias yo ya conseguí en otra parte|no puedo, tengo cita|sí, digo, no';

const neither =
  '¿sí?|si?|sí, pero no puedo los lunes|sí y no|no sé|no se|3|11|12345678|1 2|sí 3|tal vez|de pronto|quizás|gracias|hola|😊|🤔|' +
  'sí 🤔|quiero no|no sí quiero|sí no quiero|ya va|quiero yoga|no tengo cédula|listo ya terminé la clase|María|¿por qué?|perfecto para mí los martes|' +
  'sí quiero pero no sé cuándo|nadie||maybe|not sure|$|+|...|sí si es gratis|sí pero el apellido está mal|si puedo voy|guarde solo mi nombre|sí y a que hora es|no me acuerdo|no, el apellido es Gómez';

test.each(yes.split('|'))('%j is a yes', (text) => {
  expect(yesNo(text)).toBe('yes');
});
test.each(no.split('|'))('%j is a no', (text) => {
  expect(yesNo(text)).toBe('no');
});
test.each(neither.split('|'))('%j is neither', (text) => {
  expect(yesNo(text)).toBeUndefined();
});
