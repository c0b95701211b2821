import { wordSet } from './text';

/** Whether a folded word is never part of a person's name: "quiero", "que", "cédula", an insult. */
export function isNoName(word: string): boolean {
  return words.has(word) || /^(?:ja|je|ji|ha){2,}j?$/.test(word);
}

const words = wordSet(
  'que porque por para pero con sin como cuando donde cual cuales quien quienes cuanto cuantos cuanta cuantas si no ni yo tu ' +
    'usted ustedes ella ellas ellos nosotras me te se le les nos mi mis su sus es son soy estoy esta estan este esto esa ese eso ' +
    'estas estos era fue ser estar hay tengo tiene tienen tenia quiero quiere quisiera deseo necesito puedo puede podria voy va vamos ' +
    'vino vengo vivo vive hago hace hacer hizo dijo digo decir se saber busco llamo llama nombre nombres apellido apellidos hola buenas ' +
    'buenos buen buena bueno dia dias tarde tardes noche noches gracias favor porfa ok listo dale claro bien mal muy mas menos ' +
    'mucho mucha poco nada algo todo todos toda todas nadie ninguna ninguno casi creo tambien ya hoy manana ayer ahora luego despues ' +
    'antes aqui alla ahi siempre nunca cedula documento numero pasaporte ppt cc ti pep telefono celular direccion barrio localidad ' +
    'clase clases curso cursos taller talleres inscribir inscribirme registrar registrarme registro cupo cupos asistencia lista cuidadora ' +
    'cuidador mama papa hija hijo hijos hijas esposa esposo vecina vecino amiga amigo abuela abuelo hermana hermano tia tio ' +
    'mujer hombre persona personas gente senora senor senorita instructora instructor profe profesora profesor nueva nuevo ' +
    'colombiana colombiano venezolana venezolano ayuda menu salir atras cancelar idioma quejas pregunta informacion horario horarios ' +
    'puta puto hijueputa hp malparida malparido gonorrea mierda marica maricon bobo boba idiota estupida estupido imbecil pendeja pendejo carajo culo tonta tonto bruta bruto ' +
    'the my name i am im is are was want need to and or not yes hello hi please thanks thank you your what how why where when who ' +
    'class caregiver woman man help dont know this that it for of with from',
);
