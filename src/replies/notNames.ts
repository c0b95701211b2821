import { folded, wordSet } from './text';

/** Whether a folded word that is a common one may be a surname all the same: "Rosa Bueno". */
export function mayBeSurname(word: string): boolean {
  return surnames.has(word);
}

/** Whether a word, as it was written, is never part of a person's name: "quiero", "que", "cédula", "quedó", an insult. */
export function isNoName(written: string): boolean {
  const word = folded(written).replace(/[^\p{L}\p{N}]/gu, '');
  if (words.has(word) || finiteVerbs.has(word) || asked.test(word) || /^(?:ja|je|ji|ha){2,}j?$/.test(word)) return true;
  // "María A Pérez" has an initial; "Rosa o Rosalba" and "a nurse" have none.
  return /^(?:o|u|a|an)$/.test(written) || (isLikeVerb.test(written.normalize('NFC')) && !namesLikeVerbs.has(word));
}

/** Whether a folded word alone is how one speaks to somebody, rather than a name: "reina", "corazón". */
export function isEndearment(word: string): boolean {
  return endearments.has(word);
}

/** Whether a folded word after "soy" tells what she is, not who: "enfermera", "boyacense", "sola". */
export function isAttribute(word: string): boolean {
  return attributes.has(word) || /(?:ense|[^u]ista|ologa|ologo)$/.test(word);
}

// "Llegó", "hablé", "cocinando", in small letters.
const isLikeVerb = /^\p{Ll}{2,}(?:ó|é|ando|iendo)[.,;]?$/u;
const namesLikeVerbs = wordSet(
  'jose rene salome noe zoe josue aime desire fernando hernando armando orlando rolando obando',
);

const endearments = wordSet(
  'reina corazon amor princesa hermosa preciosa carino vida nena linda cielo tesoro querida encanto socorro domingo jesus',
);

const attributes = wordSet(
  'enfermera enfermero costurera sorda sordo muda ciega ciego invidente coja hipertensa diabetica diabetico asmatica epileptica bogotana rola rolo paisa ' +
    'costena calena santandereana llanera pastusa opita chocoana antioquena caucana cartagenera barranquillera caraquena maracucha peruana ecuatoriana ' +
    'haitiana cubana separada separado divorciada divorciado viuda viudo soltera soltero sola solo catolica catolico cristiana cristiano evangelica pobre ' +
    'rica humilde testigo creyente atea gorda flaca alta baja vieja viejo joven menor lesbiana trans bisexual gay afro afrocolombiana negra mestiza raizal ' +
    'palenquera gitana embera muisca estilista peluquera cocinera panadera aseadora vigilante celadora recicladora tendera comerciante artesana secretaria ' +
    'auxiliar abogada medica maestra docente licenciada ingeniera contadora tecnica bachiller analfabeta desocupada ocupada ambulante empresaria emprendedora ' +
    'embarazada gestante discapacitada responsable timida nerviosa feliz alumna usuaria beneficiaria participante inscrita registrada distinta otra otro ' +
    'segunda primera tutora acudiente guardadora ninera nana damnificada reinsertada refugiada menor ' +
    'busy tired sick single married widow widowed divorced disabled deaf blind new retired unemployed here fine sorry happy old pregnant looking interested ' +
    'calling writing nurse teacher student in at',
);

/** Folded verbs as people write them in a sentence about somebody or themselves; no name has one in it. */
export const finiteVerbs = wordSet(
  'trabaja trabajan quedo queda quedamos ando anda andaba vive viven viene vienen vinieron llego llega llegan llegue salio sale salgo salimos dice dicen ' +
    'dijeron cuenta manda mandan mandaron escribe escribio llama llamaron llaman recomendo recomienda conoce conocen ayudo asiste asistio inscribio ' +
    'inscribieron participa estudia olvido olvide perdio perdi necesita necesitan quieren gusta gustan parece sirve funciona empieza termina pasa pone ' +
    'dio dieron hable habla hablo hablamos murio nacio crecio contesta contesto responde respondio aparece salen vuelve volvio esperaba tenemos somos ' +
    'estamos queremos podemos vivimos sabemos hacemos entiende puso fueron iba iban estuvo tuvo habia haya sea seria tenga tenian tenia estaba estaban andaba venia queria podia pude ' +
    'said told sent works lives called calls comes came goes went has had would can could should must',
);

// "Ayúdeme", "inscríbanme": by their verbs, because there are surnames that end so.
const asked =
  /^(?:(?:imagin|fij|figur|acuerd|acord)\p{L}{1,4}(?:se|te)|(?:ayud|inscri|registr|anot|apunt|llam|mand|envi|expli|inform|regal|guard|separ|confirm|respond|contest|escri|dej|permit|perdon|disculp|excus|esper|cuent|muestr|ubi|indi|colabor|orient|borr|quit|saqu|cambi|corrij|corrig|escuch|atiend|pas|traig|consig|recuerd)\p{L}{0,5}(?:[ae]|[ae]n)me(?:lo|la|los|las)?)$/u;

const surnames = wordSet('nieto bueno claro mayor cabeza noche hermano');

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
    'chat whatsapp mensaje audio foto gratis dinero yoga costura sistemas danza natacion gimnasia ejercicio manzana manzanas senores senoras senoritas respetados estimados apreciados respetada estimada todavia sede parido vale pregunto ' +
    'entiendo entendi comprendo conozco recuerdo acuerdo acepto autorizo mando envio llego busque mire oiga vea espere momento favorcito ' +
    'estudiante madre padre cabeza comunitaria lider lideresa voluntaria empleada vendedora independiente desempleada victima indigena campesina migrante ' +
    'extranjera bogota cali soacha colombia venezuela maracaibo caracas bosa suba usme engativa fontibon usaquen chapinero teusaquillo tunjuelito ' +
    'parque tienda policia banco drogueria panaderia avenida alcalde alcaldia secretaria fundacion oficina color recibo perrita perro nieta nieto parte en ' +
    'cristo ave virgen virgencita divino sagrado bendito purisima santisima nomas solo solamente sur norte ciudad patio bonito alto recreo sena presente ponga pongame pongale veci sumerce nonbre ' +
    'un una unos unas lunes martes miercoles jueves viernes continuar continua empezar seguir sigue comenzar iniciar ingresar terminar siguiente igual amen ' +
    'mismo misma momentico segundito ratico lista bendiga bendiciones ' +
    'llamarse puse pongo poner escribo escribir sabe favorcito doy guardo vecinos edad casada soltera viudita ' +
    'perdon disculpa disculpe ay dios jehova chao chau adios feliz conmigo contigo central comercial afan minutos minuto ' +
    'one moment second just minute wait later tomorrow today tell sure maybe because call her his she he they we mother daughter sister ' +
    'the my name i am im is are was want need to and or not yes hello hi please thanks thank you your what how why where when who ' +
    'mio mia digo corrijo oops whats on ' +
    'class caregiver woman man help dont know this that it for of with from',
);
