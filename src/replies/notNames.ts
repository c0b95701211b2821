import { wordSet } from './text';

/** Whether a folded word that is a common one may be a surname all the same: "Rosa Bueno". */
export function mayBeSurname(word: string): boolean {
  return surnames.has(word);
}

/** Whether a folded word is never part of a person's name: "quiero", "que", "cédula", an insult. */
export function isNoName(word: string): boolean {
  return words.has(word) || asked.test(word) || /^(?:ja|je|ji|ha){2,}j?$/.test(word);
}

// "Ayúdeme", "inscríbanme": by their verbs, because there are surnames that end so.
const asked =
  /^(?:ayud|inscri|registr|anot|apunt|llam|mand|envi|expli|inform|regal|guard|separ|confirm|respond|contest|escri|dej|permit|perdon|disculp|excus|esper|cuent|muestr|ubi|indi|colabor|orient|borr|quit|saqu|cambi|corrij|corrig|escuch|atiend|pas|traig|consig|recuerd)\p{L}{0,5}(?:[ae]|[ae]n)me(?:lo|la|los|las)?$/u;

const surnames = wordSet('bueno claro mayor cabeza noche hermano');

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
    'muchas muchos mil ama casa cuido cuida cuidar cuidamos trabajo trabajadora trabajador pensionada desplazada jubilada doctora doctor servirle servirles ordenes gusto mija mijo ' +
    'deme dame digame diga dime dele explique expliqueme informacion informe informes ayudar ayudeme gustaria interesa interesada adulto adulta mayor ' +
    'anciano anciana abuelita abuelito discapacidad ninos ninas bebe familiar pariente paciente enfermo enferma hogar colegio escuela hospital bot robot maquina ' +
    'chat whatsapp mensaje audio foto gratis dinero yoga costura sistemas danza natacion gimnasia ejercicio manzana sede parido vale pregunto ' +
    'entiendo entendi comprendo conozco recuerdo acuerdo acepto autorizo mando envio llego busque mire oiga vea espere momento favorcito ' +
    'estudiante madre padre cabeza comunitaria lider lideresa voluntaria empleada vendedora independiente desempleada victima indigena campesina migrante ' +
    'extranjera bogota cali soacha colombia venezuela maracaibo caracas bosa suba usme engativa fontibon usaquen chapinero teusaquillo tunjuelito ' +
    'un una unos unas lunes martes miercoles jueves viernes continuar continua empezar seguir sigue comenzar iniciar ingresar terminar siguiente igual amen ' +
    'mismo misma momentico segundito ratico lista bendiga bendiciones ' +
    'llamarse puse pongo poner escribo escribir sabe favorcito doy guardo vecinos edad casada soltera viudita ' +
    'the my name i am im is are was want need to and or not yes hello hi please thanks thank you your what how why where when who ' +
    'class caregiver woman man help dont know this that it for of with from',
);
