import { wordSet } from './text';

/** Words for the same thing. */
export const things = [
  'yoga estirar estirarse estirarme estiramiento estiramientos respirar respiracion meditar meditacion relajar relajarme relajarse relajacion stretching stretch',
  'costura coser costurera costuras confeccion modisteria modista hilo hilos aguja agujas remendar uniformes sewing sew',
  'danza danzas baile bailes bailar bailada bailoteo rumba cumbia salsa dance dancing',
  'cocina cocinar recetas cooking cook',
  'sistemas compu computadora computadoras excel internet computacion computador computadores informatica computers computer computing',
  'natacion nadar piscina swimming swim',
  'tejido tejidos tejer',
  'huerta huertas mata matas matica maticas planta plantas plantica planticas sembrar jardineria agricultura gardening garden plants',
  'nombre nombres apellido apellidos name names surname',
  'documento cedula identificacion identidad document id',
  'sede sitio lugar manzana site place block',
].map(wordSet);
/** What a question begins with. */
export const asking = wordSet('que cuanto cuantos cuando donde como cual quien what when where how who');
/** Small words that name nothing. */
export const articles = wordSet(
  'la el los las lo un una unos unas de del en a al y por para con the a an of in on at to for and',
);
/** What stands around a choice and chooses nothing. */
export const askingWords = wordSet(
  'quiero quisiera prefiero deseo escojo elijo selecciono tomo dame deme me mi yo gustaria interesa inscribirme inscribir ' +
    'inscribame anotarme anoteme apuntarme apunteme separar cupo clase clases curso cursos taller talleres opcion numero esa ese ' +
    'esta este favor porfa porfavor gracias hola buenas si bueno listo ok pues ya seria that this one want would like please choose ' +
    'inclino punto very take class course option number i is yes thanks mas bien mejor gusta sirve queda facil conviene llama atencion hacer aprender estudiar entrar tomar ' +
    'sounds fun nice great lovely good best better works suits go ir voy vamos cerca cerquita love ' +
    'manejar creo diria pienso tal vez vea ay uy sea dice quedo do put down sign up id rather could have think love just que eso son serian cambio',
);
/** What stands around what is to be corrected, where that is asked. */
export const faultWords = wordSet(
  'mal malo mala esta es quedo quedaron escrito escrita escritos equivocado equivocada errado errada incorrecto incorrecta corregir corrija corrijan ' +
    'cambiar cambie cambien arreglar arregle donde wrong fix change correct misspelled spelled bad my mi',
);
/** What stands around a number that is chosen. */
export const placeWords = wordSet(
  'la el mejor me con quedo anoto opcion numero num nro n quiero quisiera prefiero escojo elijo selecciono deme dame por favor porfa porfavor gracias es seria ' +
    'inclino por punto very option number the i want choose take please thanks mas bien creo pues ay si bueno aja esa esta en esa ese me that is id like would could have up sign put down',
);
/** Who refuses, or tells of others or of once, chooses nothing. */
export const refusals = wordSet(
  'lejos lejisimos aburre aburren aburrido aburrida duro dura dificil cansa peligroso peligrosa miedo trabajo trabajando ocupada ocupado far boring hard busy work working ' +
    'no ni nunca tampoco nada menos excepto not dont cant cannot wont none except hice hago fui hizo estuve did done vecina hija hermana amiga esposo sister friend daughter neighbor neighbour',
);
/** "Anóteme en la 3", "póngame en yoga": an order around what is chosen. */
export const order =
  /^(?:anot|apunt|inscrib|registr|reserv|separ|apart|pong|met|agregu?|dej|escog|escoj|elij|eleg|guard)(?:a|e|o|en|an|ar|er|ir|amos|imos)?(?:me|nos|lo)?$/;
