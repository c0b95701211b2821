import { any } from './anyOf';
import type { PassingQuestion } from './passingQuestion';

const cared =
  'nino|nina|ninos|ninas|chino|china|chinos|muchachit\\w+|chiquit\\w+|pelad\\w+|hijit\\w+|nietecit\\w+|pequen\\w+|ninit\\w+|viejo|vieja|tia|tio|cunad\\w+|adultos mayores|hijo|hija|hijos|hijas|hijito|hijita|bebe|bebes|nieto|nieta|nietos|nietas|mama|mami|mamita|papa|papi|papito|' +
  'abuelo|abuela|abuelita|abuelito|esposo|marido|hermano|hermana|familiar|viejito|viejita|adulto mayor|suegra|suegro|' +
  'kid|kids|child|children|son|daughter|baby|mom|mother|dad|father|grandmother|grandson|husband|alaga|patient|elderly|kiddo';

const young =
  'hija|hijo|hijita|nieta|nieto|nietecita|sobrina|sobrino|hermana|hermanita|hermanito|nina|muchacha|muchachita|pelada';
const paper = 'certificados?|certificado|diplomas?|carton|constancia';
const man = 'esposo|marido|novio|hermano|papa|suegro|cunado|yerno|tio|primo|vecino|amigo|companero|viejo';
const joins = 'ir|entrar|inscribirse|registrarse|apuntarse|asistir|participar|tomar|estudiar|meterse|aprender|hacer';

/** Which words ask what, as they stand in folded words joined by spaces; the first that fits counts. */
export const asks: { question: PassingQuestion; when: RegExp }[] = [
  {
    question: 'wait',
    when: any(
      '^(ya|ahorita|ahoritica|ahora|en un rato|en un momento|mas tarde|luego|despues|ahi)( ya| le| les| ahorita| mismo){0,2} (vengo|vuelvo|regreso|escribo|contesto|respondo|sigo|seguimos|termino)( .{1,60})?$',
      '^(ya |ahorita |espere |esper[ae]me )*(un|1) (momento|momentico|momentito|segundo|segundito|minuto|minutico|ratico|ratito)( .{1,40})?$',
      '^(espere|espereme|esperame|esperen|esperenme|permitame|deme|dame|regaleme)( un (momento|momentico|momentito|segundo|minuto|minutico|ratico|rato|tiempito))?( (que|y|ya|mientras)? ?(voy|busco|la busco|lo busco|le busco|consulto|pregunto|miro|reviso|vengo|vuelvo|atiendo|llora|lloro)( .{1,40})?)?$',
      '^(ahora|ahorita|en este momento) (no puedo|estoy ocupada|estoy en el bus|estoy trabajando)( .{1,40})?$|^estoy ocupada( .{1,30})?$',
      '^(wait( a (moment|minute|second))?|hold on|one (moment|minute|second)|just a (moment|minute|second)|(i will |ill )?be right back|brb|i will be back|ill be back)( .{1,40})?$',
    ),
  },
  {
    question: 'back',
    when: any(
      '^(listo |bueno )?(ya |aqui )(volvi|regrese|estoy lista|estoy de vuelta)( (otra vez|de nuevo|de vuelta|senorita))?$',
      '^(ok )?(im|i am) back( again)?$',
    ),
  },
  {
    question: 'absence',
    when: any(
      '^(y )?(que pasa )?(si|cuando) (un dia |algun dia |una vez |alguna vez |yo |ese dia |alguna clase )?(no|me toca no|no me) (puedo|pudiera|alcanzo|logro)( \\w+)? ?(ir|asistir|venir|llegar)?( (un|algun|ese|a) \\w+( \\w+)?)?$',
      '^(y )?(que pasa )?si (falto|fallo|no voy|no asisto)( (un|algun|una|alguna|ese|a) \\w+( \\w+)?| mucho)?$',
      '^(and )?what (if|happens if) i( .{1,40})?$',
    ),
  },
  {
    question: 'when',
    when: any(
      '^(y |pero )*(eso |esas? |las? |los |el |clases? |cursos? |talleres )*(cuando|que dia|en que fecha) (se )?(arranca|empieza|comienza|inicia)n?( eso| las clases| la clase| el curso| los cursos| los talleres)?( pues| entonces)?$',
      '^(y |pero )*(eso |las? |los |el |clases? |cursos? )*(arranca|empieza|comienza|inicia)n?( eso| las clases| la clase| el curso| los cursos| los talleres)? (cuando|que dia)( pues| entonces)?$',
      '^(y |pero |perdon )*(eso |esa |ese |esta |la clase |el curso )?(que|cuales|cual) dias?( y (a )?que horas?)? ?(es|seria|toca)?( (eso|esa|ese|esta|la clase|el curso|la de \\w+))?$',
      '^(y |pero )*(eso |esa |ese |esta |la clase |el curso )?a que horas?( (es|seria|empieza|comienza|toca))?( (eso|esa|ese|esta|la clase|el curso))?$',
      '^(and )?(what|which) days?( (is|are) (it|they|the class|that))?$|^(and )?(what time|when) (is|are|does)( it| they| the class| that)( start| begin)?$',
    ),
  },
  {
    question: 'another',
    when: any(
      '(inscribir|registrar|anotar|apuntar|matricular|inscribo|registro)(la|lo)?( tambien)? (a )?(mi|mis|una|un|otra|otro) (mama|mami|papa|hija|hijo|hermana|hermano|abuela|abuelita|suegra|tia|prima|cunada|nuera|vecina|amiga|amigo|esposo|esposa|marido|senora|persona|companera|familiar)',
      `mi (?!(?:${man})( tambien| si)? (puede|podria)( tambien)? (inscribir|registrar|apuntar|anotar|matricular)se\\b)(mama|mami|papa|hija|hijo|hermana|hermano|abuela|abuelita|suegra|tia|prima|cunada|nuera|vecina|amiga|esposo|esposa|marido|senora|companera)( tambien)? (se )?(puede|podria|quiere|quisiera)( tambien)? (inscribir|registrar|apuntar|anotar|matricular)(se)?( .{1,40})?$|^(y )?(a )?mi (mama|mami|hija|hermana|abuela|suegra|tia|prima|cunada|vecina|amiga) tambien (quiere|quisiera)( .{1,60})?$`,
      '(enrol|enroll|register|sign up)( for)? (my|another|a) (mom|mother|dad|father|daughter|son|sister|brother|grandmother|neighbou?r|friend|husband|wife|person|relative)',
    ),
  },
  {
    question: 'team',
    when: any(
      `(nunca|no|todavia no|aun no)( me| nos)?( han?)? (llego|llegado|dieron|dado|entregaron|entregado|mandaron|enviaron)( \\w+){0,2} (${paper})(?! (medico|de (discapacidad|la eps)))`,
      `(${paper})( \\w+){0,7} (nunca|no)( me| nos)?( lo)?( han?)? (llego|llegado|llega|dieron|dado|entregaron|entregado|mandaron)`,
      `(${paper})( \\w+){0,4} (ya )?(esta |lo tienen )?listo|(tienen|esta) listos? (el|mi|los) (${paper})`,
    ),
  },
  {
    question: 'team',
    when: any('que edad(es)?|cuantos (ninos|bebes|hijos)( \\w+){0,2} (reciben|cuidan|puedo)|what ages?|how old'),
  },
  {
    question: 'minor',
    when: any(
      'tengo (solo |apenas )?1[0-7] (anos|anitos)',
      'soy menor de edad',
      'i am 1[0-7]|im 1[0-7]|i am under 18',
      `(${young})( \\w+){0,2} (de|tiene|cumplio|con) (solo |apenas )?1[0-7]( anos| anitos)?( \\w+){0,4} (puede|podria|inscrib\\w*|registr\\w*|entrar|reciben|aceptan|dejan)`,
      '(pueden?|podrian?|reciben|aceptan|dejan)( \\w+){0,3} (menores?( de edad)?|adolescentes)|menores( de edad)? (pueden?|podrian)',
      'my (daughter|son|granddaughter|niece|sister|grandson)( \\w+){0,2} 1[0-7]( \\w+){0,5} (can|could|register|join|enroll?|sign)|can minors',
    ),
  },
  {
    question: 'men',
    when: any(
      '(es|son)( \\w+)? para (los )?hombres|(los )?hombres( \\w+){0,2} (pueden|podemos|puede|reciben|se pueden|entran|asisten)|(pueden|reciben|aceptan|entran|van)( \\w+){0,2} hombres',
      'soy (un )?(hombre|senor|varon)( \\w+){0,3} (puedo|podria|se puede|me reciben|me aceptan)|solo (para |son para )?(mujeres|senoras)',
      `(?:mi|un|el) (${man})( tambien| si)? (puede|podria|se puede)( tambien)?( (${joins})( (a|en|de|la|las|las?|esa|clases?|cursos?|yoga|\\w+))*)?$`,
      `(puede|podria)( tambien)? (${joins})( tambien)? (mi|un|el) (${man})|(reciben|aceptan|dejan)( tambien)? (senores|varones|caballeros)`,
      '(can|could|may) my (husband|boyfriend|brother|father|dad|uncle|father in law)( also| too)? (join|enroll?|go|participate|register|sign up|take|attend|come (?:too|also|to (?:the |a |your )?(?:class|classes|course|courses|yoga)))',
      'can men (join|come|enrol|enroll|go)|are men (allowed|welcome)|is it only for women|i am a man( \\w+){0,2} can i',
    ),
  },
  {
    question: 'trust',
    when: any(
      '(para que|por que|porque|con que fin|con que objeto)( \\w+){0,4} (datos|cedula|documento|identificacion|nombre)',
      'como (?:se|confio|puedo saber|puedo confiar|hago para saber)(?: yo)?(?: en)? que (?:esto |eso |ustedes |usted )?no (?:es|son|sea|sean|me|nos)(?: \\w+){0,5} (?:roban?|robar|estafan?|estafar|enganan?|enganar|ladron\\w*|estafa|estafadores|mentira|fraude|trampa)',
      'es (seguro|confiable|verdad esto|una estafa|estafa)|(esto|eso) es de verdad|no (es|sera) (una )?estafa',
      '(datos|informacion|cedula)( \\w+)? a quien( \\w+){0,2} (dan|pasan|entregan|muestran)|(es|sera) para (robarme|robarnos|estafarme|enganarme|quitarme)|who( \\w+){0,2} (sees|gets|reads)( \\w+){0,2} (details|data|info)|(se entera|se enteran|se dan cuenta|se da cuenta|le cuentan|le avisan)( \\w+){0,3} (de lo que|lo que|si) (yo )?(escrib\\w+|dig\\w+)|(datos|informacion|cedula|numero)( se)?( l[ao]s?)? (dan|pasan|venden|entregan|comparten) (a|con)|(share|give|sell)( \\w+){0,2} (info|number)',
      '(no )?(me|nos|le|les) (van a|iran a|vayan a) (robar|quitar|sacar|estafar|enganar)|(roban|robar|compartir|comparten|venden|vender|publican|usan)( \\w+){0,2} (datos|informacion|cedula)|van a (compartir|vender|publicar|usar|dar)( \\w+){0,3} (datos|informacion)',
      '(a quien|le|les) (le |les )?(dan|pasan|muestran|entregan)( \\w+){0,2} (datos|informacion|cedula|numero)|que (hacen|van a hacer|hara|haran)( ustedes)? con( \\w+){0,2} (datos|informacion|cedula)|(mis|los) datos( \\w+){0,2} (seguros|protegidos|privados|guardados)|(datos|informacion) (esta|estan|queda|quedan) (segur\\w+|protegid\\w+)',
      '(como se|sera|es|son|no sera|no es)( que)?( \\w+){0,3} (estafa|estafadores|robo|peligroso|fraude|enganio|engano|mentira|ladrones|confiables?)|(esto|eso|ustedes|usted|si) (si )?(es|son) (de verdad )?(de la |del )?(alcaldia|distrito|gobierno|secretaria)|(es|son) (realmente |de verdad |si )?(de la|del) (alcaldia|distrito|gobierno|secretaria)|(usted|uste|ustedes|esto) (es|son) (de la |del )(alcaldia|distrito|gobierno|secretaria)( o .*)?$',
      '(is|are) my (data|information|details)( \\w+){0,2} (safe|secure|protected|private)|(how do i know|is this|is it)( \\w+){0,4} (scam|fraud|safe|legit|real)|what( \\w+){0,3} (do|happens)( \\w+){0,3} (with|to) my (data|information|id)|(share|sell|give away|steal)( \\w+){0,2} (data|information|details)|who (gets to see|can see|sees|has|will see)( \\w+){0,3} (data|information|id|id number|name)|why( \\w+){0,4} (id|data|information)',
      '(quien|quienes) (ve|ven|tiene|tienen|mira|miran|va a ver|van a ver)( \\w+){0,3} (datos|cedula|documento|informacion)',
      'why( \\w+){0,4} (data|document|name|id number)|is (it|this) (safe|a scam)|who sees( \\w+){0,2} (data|information)',
    ),
  },
  {
    question: 'cost',
    when: any(
      '(tiene|tienen|hay|cobran|genera)( algun| alguna| un| algo de)? (costo|costos|valor|precio|cobro)',
      'cuanto( me| nos)? (vale|valen|cuesta|cuestan|cobran|sale|saldria)(?! (un|una|el|la) (?!curso|clase|taller|inscrip|matricula|mensualidad|hora))|cuanto (hay que|toca|se|tengo que|debo) (pagar|paga)',
      '(hay|toca|tengo|tenemos|tendria|debo)( que)? (pagar|dar|poner|llevar) (algo|plata|dinero|cuota|alguna cuota|matricula|inscripcion|un aporte|aporte|algun aporte|alguna plata)|y? ?cobran( algo| nada| inscripcion| matricula| cuota| plata| por \\w+)?$|(me|nos|le|les) (van a cobrar|cobran)|(eso|esto|la inscripcion|el curso|la clase|los materiales)( si| no)? (vale|cuesta|cobran|tiene)( algo| algun costo| costo| plata)|(sale|es|son|seria|sera)( todo| totalmente| completamente)? (gratis|gratuit\\w+)( o .*)?$|es (pago|paga|gratis|gratuit\\w+) o|^(y )?(eso )?es (pago|paga|gratis|de pago)( eso| esto)?$|no (tiene|tienen|hay|genera)( ningun| algun)? (costo|cobro|valor)|cuanto( me| nos| es)? (sale|saldria|seria|toca|es)( el| la| lo)?|(hay|toca|tengo|tenemos|tendria|debo)( que)? pagar|se paga|que precio|que costo|que valor',
      '^(y )?(eso |esto |todo |las clases |los cursos |el curso |la clase )?(si )?(es|son|sera|seran)( todo| totalmente| de verdad)? (gratis|gratuit\\w+|pag[oa]s?)( todo| de verdad)?$',
      'how much|is (it|this|that|everything) free|are (they|the classes|classes) free|do (i|we)( have to)? pay|does it cost|is there( a| any)? (fee|cost|charge)|do you charge|what does it cost|any (fee|cost|charge)|is it( really)? free|need to pay',
      '^(y )?(eso |esto )?que (cuesta|vale)( eso| esto)?$|^(so )?(it|this|that|everything)( is|s)? free( right| yes| no)?$',
      '^(y )?(pero )?(eso |esto |todo |las clases |los cursos )?(si )?(es|son|sera|seran) (gratis|gratuit\\w+)( \\w+){1,3}$',
    ),
  },
  {
    question: 'care',
    when: any(
      `(puedo|podria|podemos|se puede|uno puede|una puede|toca|dejan|me dejan)( \\w+){0,2} (llevar|llevarla|llevarlo|llevarlos|ir con|llegar con|traer|entrar con|asistir con|ir a clase con|dejar|dejarla|dejarlo|quedarme con|estar con)( \\w+){0,4} (${cared})`,
      `(quien|quienes|donde)( \\w+){0,3} (cuida|cuidan|cuidaria|cuide|cuiden|dejo|deja|dejar|puedo dejar|queda|quedan|ve|ven|vea|atiende|eche un ojo|echa un ojo|echan un ojo)( \\w+){0,4} (${cared})`,
      `(cuidan|reciben|atienden|cuidar|reciban|acepten|aceptan|admiten|dejan entrar)( \\w+){0,4} (${cared})|(reciben|cuidan|aceptan)( a)? (personas|alguien)( \\w+){0,4} (silla|discapacidad|mayores|cuidarl\\w+)|(hay|tienen|tiene)( \\w+){0,2} (guarderia|ludoteca|jardin|cuidado de ninos|sala|quien|donde|alguien)( \\w+){0,4} (${cared}|cuide|cuiden|dejar)|guarderia|ludoteca|(el|la|los|las|mi|mis) (${cared}) (puede|pueden|podria)( \\w+)? (entrar|ir|estar|venir)( \\w+)? conmigo|mi (${cared}) (se )?(puede|podria) (quedarse|quedar|estar|acompanar\\w*|esperar)|(me|nos) (pueden|podrian|puede) (cuidar|tener|ver)( \\w+){0,3} (${cared})|con quien (puedo )?(dejar|dejarlo|dejarla)|donde (puedo )?(dejo|dejar|dejarlo|dejarla)|(me|nos) reciben con|con quien (dejo|queda|quedan|se queda|lo dejo|la dejo|los dejo)`,
      '(?<!no )no (lo |la |los |las )?puedo dejar(lo|la|los|las)?( \\w+){0,5} (solo|sola|solos|solas|solito|solita)|no se puede quedar (solo|sola)',
      `no tengo( con)? quien( \\w+){0,3} cuide|no tengo con quien dejar( \\w+){0,4}|y mientras( \\w+){0,3} (${cared})`,
      `(can|could|may) (i|we)( \\w+){0,2} (bring|take|come with|leave|go with)( \\w+){0,4} (${cared})|who (looks|takes care|cares|watches)( \\w+){0,5} (${cared})|child ?care|day ?care|nursery|who( is going to| is gonna| will| would| can| could)? (minds?|watch(es)?|looks? after|cares? for|takes? care of)( \\w+){0,3}|(can|could) my (${cared}) (stay|wait|come)|(do|can) you( \\w+){0,1} (take care of|look after|watch|mind)( \\w+){0,3}|(somewhere|someone|anyone) to (leave|look after|watch)( \\w+){0,3}`,
    ),
  },
  {
    question: 'who',
    when: any(
      '(que|cuales|cual|algun|hay)( \\w+){0,3} requisitos?|^requisitos$',
      'no cuido( a)? (nadie|ninguno|ninguna persona)( \\w+){0,3} (puedo|podria|me reciben|me aceptan|sirve)|(puedo|podria|me reciben|me aceptan|sirve)( \\w+){0,3} no cuido( a)? nadie|i (dont|do not) (care for|look after|take care of) (anyone|anybody)( \\w+){0,3} can i',
      '(no tengo|sin)( \\w+){0,1} (papeles|documentos?|cedula|ppt|pasaporte)$|soy (venezolana|venezolano|extranjera|migrante)( \\w+){0,2} (puedo|podria)',
      'que (papeles|documentos)( \\w+){0,3} (piden|necesito|necesita|llevo|llevar|hay|toca|se)',
      'que( se)? (necesito|necesita|debo llevar|tengo que llevar|hay que llevar|toca llevar|piden|hay que tener|se requiere)',
      '(quien|quienes|cualquiera)( \\w+){0,1} (puede|pueden) (ir|entrar|inscribirse|participar|asistir|tomar|estudiar)',
      '^(y )?sirve si (cuido|soy|no soy|trabajo|estudio|vivo)( \\w+){0,4}$|are (women|foreigners|venezuelans) (welcome|allowed)|(reciben|resiven|aceptan|admiten)( \\w+){0,2} de \\d+( anos)?$|(los |las )?(hombres|senores|extranjer[oa]s|venezolan[oa]s|jovenes)( \\w+)? (puede|pueden) (ir|entrar|inscribirse|asistir|participar)|(mi|un|una) (hija|hijo|mama|hermana|hermano|nieta|vecina)( \\w+){1,3} (puede|pueden) (ir|entrar|inscribirse|asistir|participar)|(tengo \\d+ anos?|no tengo (papeles|cedula|documentos?|ppt))( \\w+){0,2} (me )?(reciben|aceptan|dejan|puedo|sirve)|(hay|tiene|tienen|cual es)( \\w+){0,3} (limite|edad minima|edad maxima|rango) ?(de edad|de edades)?|(hasta|desde|a|de|para) que (edad|edades|anos)( \\w+){0,4}|(hay|tengo|tiene|toca) que ser (cuidador\\w*|mujer|colombian\\w|de bogota|residente)|(yo|me|nos) (puedo|podria|reciben|aceptan|dejan|sirve)( \\w+){0,2} (si soy|siendo|asi sea|aunque sea|si no tengo|sin) \\w+|soy \\w+( y)? (puedo|podria|me reciben|me aceptan|tambien puedo)|(reciben|aceptan|admiten|dejan)( a)? (extranjer\\w+|venezolan\\w+|hombres|migrantes|todos|personas sin)|(sirve|puedo|se puede|importa)( \\w+){0,2} si no tengo (cedula|documento|papeles|ppt|permiso)|(mi|un|una|el) (esposo|marido|hijo|hija|hermana|hermano|mama|papa|vecina|vecino|amiga|amigo|nieta|nieto|pareja)( \\w+)? (puede|podria|pueden) (ir|entrar|inscribirse|asistir|participar|tomar)',
      '(es|son)( \\w+)? para (mujeres|cuidadoras|todos|todas|cualquiera)',
      '(puede|pueden) (ir|entrar|inscribirse|asistir|participar)( los| un| mi)? (hijo|hija|esposo|hermano|hermana|mama|papa|vecina|amiga)',
      'who can (join|come|enrol|enroll|go)|what( \\w+){0,2} (need|requirements)|(can|could) (men|my \\w+|foreigners|anyone|everyone)( \\w+)? (come|join|go|enrol|enroll|participate)|(age limit|minimum age|what age|how old)|do (i|we) need( \\w+){0,2} (papers?|documents?|id|passport|anything)|what do i (need|have to bring|bring)',
    ),
  },
  {
    question: 'where',
    when: any(
      '^(y )?(eso |esto |la sede |la clase )?(en |por )?(donde|que parte|que lado) (es|seria|queda|quedan|esta|estan|son)( eso| esto| ubicad\\w+| la \\w+| el \\w+| las \\w+| los \\w+)?$|^(y )?(en )?donde (es|queda|quedan|esta|estan|son)( \\w+){0,3}$|(cual|que) es la direccion|^(la )?direccion$',
      '(en |por )?(que|cuales|cual) (partes?|barrios?|lados?|localidad\\w*|zonas?|sitios?|sedes?|lugares?|manzanas)( \\w+)? (hay|es|queda|quedan|esta|estan|son|tienen|funcionan?)( \\w+){0,3}$|(donde|adonde) (hay|tienen|funcionan?)( \\w+){0,3}$|cuales son las (sedes|manzanas)',
      '(?:por |en )?(?:donde|que lado|que parte) (?:cojo|agarro|tomo|me voy|me meto|entro|hay que coger)(?: \\w+){0,2} (?:llegar|ir|irme|alla)|(?:en )?que (?:bus|buses|sitp|transmilenio|alimentador|ruta) (?:cojo|tomo|agarro|me sirve|me deja|llega|sirve|pasa)',
      '(me da|deme|dame|regaleme|me regala|mandeme|me manda|cual es|tiene)( \\w+){0,2} (direccion|ubicacion)|como (llego|se llega|hago para llegar)',
      '^where (is|are) (it|they|that|you|the class|the classes)( located)?$|(what is|whats) the address|where( is| are) (it|they|the \\w+)( located)?$|how do i get there|^(the )?address$',
    ),
  },
  {
    question: 'virtual',
    when: any(
      '(es|son|seria|serian|hay|tienen|dan|sera|seran)( \\w+){0,4} (virtual|virtuales|presencial|presenciales|en linea|online|por zoom|por internet)',
      '^(virtual|presencial|virtuales|presenciales)$|desde (mi|la) casa|por (zoom|meet|video ?llamada)',
      '(is|are)( \\w+){0,3} (online|virtual|in person)|online classes|from home',
    ),
  },
  {
    question: 'team',
    when: any(
      '(dan|dam|hay|entregan|incluye|incluyen|tiene|tienen|reciben?|pagan|ofrecen|manejan)( \\w+){0,3} (certificad\\w+|certificacion|diploma|titulo|transporte|pasajes?|ruta|refrigerio|almuerzo|merienda|onces|comida|subsidio|bono|bonos|auxilio|mercado|materiales|uniforme|psicolog\\w+|abogad\\w+|lavanderia)',
      '(certificado|diploma|refrigerio|transporte|subsidio|almuerzo)s? (dan|hay|entregan|tienen|pagan|incluye)|(certifican|graduan)',
      '(nos|me) (pagan|dan plata|dan dinero|ayudan con)( \\w+){0,3}|subsidio de transporte|ayuda economica',
      'cuanto (dura|duran|tiempo|demora)|cuantos (meses|dias|semanas)( \\w+){0,2} (dura|duran|son)|(cuando|que dia|en que fecha) (empieza|empiezan|comienza|comienzan|inicia|inician|termina|terminan|acaba)',
      '(queja|reclamo|quejarme|nadie me( ha)? (llama|llamo|llamado|contesta|contesto|contestado))',
      '(toca|hay que|se debe|debe uno) (llevar|comprar|traer|conseguir) (?!al? )\\w+|(tengo que|debo|necesito|tenemos que) (llevar|comprar|traer|conseguir|tener)( \\w+){0,3} (materiales|tela|telas|hilos|colchoneta|tapete|cuaderno|utiles|uniforme|ropa|maquina|computador|gorro|vestido|algo|implementos)|(do i|do we) (have|need) to (bring|buy)( \\w+){1,5}',
      '(dan|pagan|regalan|ayudan con|reconocen)( \\w+){0,4} (transmilenio|sitp|bus|buses|transportes)|(give|get|provide|offer)( \\w+){0,3} (certificates?|diplomas?|transport|lunch|snacks?|materials)',
      '(que|cual) ropa|ropa( \\w+){0,2} (llevo|llevar|comoda)',
      '(certificate|diploma|transport|snack|lunch|subsidy)s?\\??$|do (i|we|they) (get|pay me|give)|how long (is|does|are)|when does it (start|begin|end)|what age',
    ),
  },
  {
    question: 'team',
    when: any(
      '(?:sera que|saben si|sabe si|puede que) (?:la |el )?(?:profe|profesora|profesor|instructora|instructor)(?: \\w+){0,2} (?:me|nos|le) (?:recibe|guarda|guardo|presta|firma|entrega|da|dio|tiene|deja|devuelve|espera|manda|llama)(?! (?:clases?|el turno|la clase))',
    ),
  },
  {
    question: 'hours',
    when: any(
      '(que|cuales|cual|los|en que)( son)?( los| el)? (horario|horarios)|^horarios?$|(que|cuales) dias (hay|son|dan|dictan|tienen)',
      '(a|hasta|desde) que horas? (abren|cierran|atienden|estan abiert\\w+|hay (atencion|servicio)|funcionan?|reciben)',
      'a que horas? (son|dan|hay|empiezan)(?! mi)|what (times|hours|days)( \\w+){0,2} (are|is|do)|^schedules?$|what is the schedule',
    ),
  },
  {
    question: 'what',
    when: any(
      '(con|a) (una|un) (persona|robot|maquina|humano|ser humano|bot)( real| de verdad)?( o( \\w+){1,3})?$|usted es (de verdad|real|un humano|humana|una persona|una senorita|alguien)|(estoy|esto|hablo)( \\w+){0,2} con (una |un )?(persona|robot|maquina|bot|humano)|(de donde|de parte de quien|quien|quienes) (me )?(escribe|escriben|llama|llaman|habla|hablan)|^(y )?de parte de quien$|^(y )?(eso|esto|relevo) (que|de que|para que) (es|se trata|sirve)( mi (amor|vida|reina|nina))?$|que es eso( de( la| las| el)?| del) (manzanas?|sistema|cuidado|programa)',
      '^(y |pero )?(una |cual |que |la )?manzanas?( del cuidado)? (de que|de comer|eso que es|que es eso)|^(y )?(cual|que) manzana( (es (esa|eso)|la de comer|de comer|de que))?$',
      '^(y )?(usted|ustedes) (quien|quienes) (es|son)(?= que| pues|$)|quien(es)? me (esta|estan) (hablando|escribiendo|llamando)',
      'am i (talking|speaking|chatting|writing) (to|with)|is this a (bot|robot|real person|person|machine)|^who( is|s) this$|who am i (talking|speaking) (to|with)',
      '^(y |pero )?(?:eso|esto)(?: de(?: la| las| el| los)?| del)?(?: (?:manzanas?|programa|sistema|relevo))?(?: del? cuidado)? (?:que|como) (?:viene siendo|vendria siendo|viene a ser|seria|es)$',
      'que (es|son) (esto|eso|relevo|manzanas? del cuidado|las manzanas|la manzana)|de que se trata|en que consiste|para que (es|sirve) (esto|eso|este chat)',
      'en que( me| nos)? (ayuda|ayudan|puede ayudar|pueden ayudar)|que (hacen|ofrecen|servicios tienen)( ustedes| aqui)?$',
      '^(y )?(quien|quienes) (es|son|eres|habla)( usted| ustedes| tu)?$|con quien (hablo|estoy hablando|tengo el gusto)',
      '(es|eres|hablo con|esto es)( usted)? (un robot|una maquina|un bot|robot|una persona o|persona real|una persona real|una persona de verdad)',
      'what is (this|that|relevo)|who are you|are you (a |an )?(robot|bot|machine|human|person|real)|what do you (do|offer)$',
    ),
  },
];
