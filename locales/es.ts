/** Every sentence in Spanish (usted, feminine by default). ICU MessageFormat; a plural form always holds "#" or a space. */
export const es = {
  // Said anywhere, whatever question is open.
  'talk.changed': 'Hemos cambiado esta parte. Lo que ya nos dijo está guardado.',
  'talk.oldButton': 'Ese botón era de una pregunta anterior. Seguimos aquí:',
  'talk.wayOut': 'Si prefiere, escriba *persona* y alguien del equipo le ayuda, o *menú* para volver al inicio.',
  'talk.firstQuestion': 'Esta es la primera pregunta; no hay otra antes.',
  'talk.chooseOne': 'No le entendí. Por favor elija una de las opciones.',
  'talk.notUnderstood': 'No le entendí. Escríbamelo de otra forma, por favor.',
  'talk.noAudio': 'Todavía no puedo oír audios. Escríbamelo, por favor, o escriba *persona* y alguien le ayuda.',
  'talk.notHeard': 'No le pude oír bien. Escríbamelo, por favor, o escriba *persona* y alguien le ayuda.',
  'talk.heard': 'Le oí: «{text}».',
  'talk.formUnread': 'Recibí lo que llenó, pero aquí ya no hace falta.',
  'talk.phoneKept': 'Gracias, ya tengo su número.',
  'talk.placeUnread': 'Recibí su ubicación, pero aquí no la necesito. Para ver clases cerca, escriba *ver clases*.',
  'talk.cannotRead': 'Solo puedo leer texto. Escríbamelo, por favor.',
  'talk.help':
    'Conteste la pregunta, o escriba *atrás*, *menú*, *cancelar* o *persona*. Para English escriba *idioma*.',
  'talk.person': 'Listo. Alguien del equipo le escribirá por aquí.',
  'talk.cancelled': 'Cancelado. No guardé estas respuestas.',
  'talk.goodbye': 'Hasta luego. Cuando quiera volver, escriba *hola*.',
  'talk.sorry':
    'Algo falló de nuestro lado con su último mensaje. Ya avisamos al equipo. Puede escribir *menú* para seguir.',
  'talk.languageSet': 'Seguimos en español.',

  // Whoever is in danger, whatever question is open. What she wrote is not kept.
  'danger.violence': 'Usted no está sola, y esto no es culpa suya. Aquí la escuchan gratis, a cualquier hora:\n{lines}',
  'danger.life':
    'Siento mucho que se sienta así. Usted importa. Hable ahora con alguien, es gratis y a cualquier hora:\n{lines}',
  'danger.care': 'Gracias por contarlo. Aquí la orientan gratis para proteger a quien usted cuida:\n{lines}',
  'danger.emergency': 'Si hay peligro ahora mismo, llame al *{number}*.',
  'danger.notKept':
    'No guardo lo que me escribió. Si alguien ve su celular, borre también este chat. Cuando quiera, seguimos donde íbamos.',

  // Days and times, wherever they are said.
  'when.slots': '{days}, {hours}',
  'when.days': '{first} a {last}',
  'when.hours': '{from} a {to}',

  // The menu.
  'menu.welcome':
    'Hola, soy *Relevo*, el chat de {programme}. Aquí encuentra clases gratis para personas cuidadoras.\n¿Qué quiere hacer?',
  'menu.hello': 'Hola, {name}. ¿Qué quiere hacer?',
  'menu.again': '¿Qué quiere hacer?',
  'menu.attendance': 'Asistencia',
  'menu.classes': 'Ver clases',
  'menu.myClasses': 'Mis clases',
  'menu.enrol': 'Inscribirme',
  'menu.register': 'Registrarme',
  'menu.person': 'Hablar con alguien',
  'menu.help': 'Toque un botón, o escriba qué necesita. Por ejemplo: *ver clases*, *mis clases* o *inscribirme*.',

  // Where: a site by its name or its locality.
  'where.ask': '¿Dónde le queda cerca? Escriba su localidad o el nombre de la manzana, por ejemplo *Bosa*.',
  'where.unknown': 'No conozco ese lugar.',
  'where.choose': 'Hay varias sedes. ¿Cuál le queda mejor?',
  'where.open': 'Ver sedes',
  'where.help':
    'Busco las sedes de su localidad. Puede escribir, por ejemplo, *Usme* o *San Cristóbal*. También puede enviar su ubicación.',

  // Registration.
  'registration.already': 'Usted ya está registrada, {name}. Escriba *ver clases* o *mis clases*.',
  'registration.forClass': 'Para guardarle el cupo en *{name}* ({when}), primero la registro.',
  'registration.consent':
    'Necesito su permiso para guardar sus datos.\n*Quién responde:* {controller}. {contact}.\n*Qué datos:* nombre, documento, sede, este contacto, sus clases y su asistencia.\n*Para qué:* registrarla, hacer la lista de clase y la asistencia, enviarle recordatorios y hacer estadísticas.\n*Quién los ve:* el equipo de la sede y la entidad que da la clase. La instructora ve solo su nombre.\nUsted puede no contestar las preguntas sensibles, como las de salud.\n*Sus derechos:* puede ver, corregir o borrar sus datos. Escriba *mis datos*, *corregir* o *borrar*. También puede quejarse ante la SIC.\nPolítica completa: {policy}\n¿Nos da su permiso?',
  'registration.consentAgain': '¿Nos da su permiso para guardar sus datos?',
  'registration.consentYes': 'Sí, acepto',
  'registration.consentNo': 'No acepto',
  'registration.consentHelp':
    'Sin su permiso no guardamos sus datos. Puede ver las clases sin registrarse: escriba *menú*.',
  'registration.refused':
    'Entendido. No guardamos sus datos, solo que dijo que no. Puede ver las clases cuando quiera: escriba *ver clases*.',
  'registration.name': '¿Cómo se llama? Escriba sus nombres y apellidos, por ejemplo *María Pérez Gómez*.',
  'registration.nameNone': 'Eso no parece un nombre.',
  'registration.nameDigits': 'Un nombre no lleva números.',
  'registration.nameShort': 'Eso es muy corto para un nombre.',
  'registration.nameLong': 'Eso es muy largo. Basta con sus nombres y apellidos.',
  'registration.nameHelp': 'Así aparecerá en la lista de su clase. Escriba nombres y apellidos, sin abreviar.',
  'registration.firstNames': '¿Cuáles son sus nombres? Escríbalos sin los apellidos, por ejemplo *Ana Lucía*.',
  'registration.lastNames': '¿Y sus apellidos? Por ejemplo *Díaz Mora*.',
  'registration.noLastNames': 'No tengo',
  'registration.document': '¿Qué documento tiene? Elija uno, o escriba el tipo y el número, por ejemplo *CC 52123456*.',
  'registration.documentOpen': 'Ver documentos',
  'registration.typeFirst': 'Gracias. Primero dígame de qué documento es ese número.',
  'registration.documentHelp':
    'Lo usamos para no registrarla dos veces. Si no tiene documento, elija la última opción.',
  'registration.cc': 'Cédula de ciudadanía',
  'registration.ccDetail': 'La cédula colombiana',
  'registration.ce': 'Cédula de extranjería',
  'registration.ppt': 'PPT',
  'registration.pptDetail': 'Permiso por Protección Temporal',
  'registration.pep': 'PEP',
  'registration.pepDetail': 'Permiso Especial de Permanencia',
  'registration.pa': 'Pasaporte',
  'registration.sc': 'Salvoconducto',
  'registration.ti': 'Tarjeta de identidad',
  'registration.tiDetail': 'Menores de 18 años',
  'registration.otro': 'En trámite o no tengo',
  'registration.otroDetail': 'También si es cédula de otro país',
  'registration.number': 'Su documento: *{document}*. ¿Cuál es el número?',
  'registration.numberHelp':
    'Escriba solo el número, por ejemplo *52123456*. Para cambiar de documento escriba *atrás*.',
  'registration.numberNone': 'No vi ningún número.',
  'registration.numberSeveral': 'Vi más de un número. Escriba solo el del documento.',
  'registration.numberImpossible': 'Ese número no puede ser. Revíselo, por favor.',
  'registration.sure': 'Escribió *{number}*. Es más corto o más largo de lo común. ¿Está bien así?',
  'registration.sureYes': 'Sí, está bien',
  'registration.sureNo': 'Corregir',
  'registration.minor':
    'Las menores de 18 años se registran con el equipo de la sede. Escriba *persona* y con gusto le ayudamos.',
  'registration.summary':
    'Revise, por favor:\n*Nombres:* {first}\n*Apellidos:* {last}\n*Documento:* {document}\n*Sede:* {site}\n\n¿Está todo bien?',
  'registration.summaryOneName':
    'Revise, por favor:\n*Nombre:* {first}\n*Documento:* {document}\n*Sede:* {site}\n\n¿Está todo bien?',
  'registration.save': 'Sí, guardar',
  'registration.fix': 'Corregir',
  'registration.which': '¿Qué corregimos?',
  'registration.whichName': 'El nombre',
  'registration.whichDocument': 'El documento',
  'registration.whichSite': 'La sede',
  'registration.taken': 'Ese documento ya está registrado desde otro contacto. ¿Qué hacemos?',
  'registration.takenFix': 'Corregir documento',
  'registration.takenPerson': 'Hablar con alguien',
  'registration.noConsent':
    'Todavía no tengo su permiso, así que no guardé nada. Escriba *registrarme* para empezar otra vez.',
  'registration.done': 'Bienvenida, {name}. Ya quedó registrada.',

  // Enrolment.
  'enrolment.choose': 'Estas son las clases con cupo en {site}. ¿Cuál le interesa?',
  'enrolment.chooseToTake': 'Estas son las clases con cupo en {site}. Elija una y le guardo el cupo.',
  'enrolment.open': 'Ver clases',
  'enrolment.row': '{when} · {free, plural, one {# cupo} other {# cupos}}',
  'enrolment.more': 'Más clases',
  'enrolment.later': 'Ahora no',
  'enrolment.help': 'Elija una clase por su nombre o su número. Todas son gratis. Para ver otra sede escriba *atrás*.',
  'enrolment.none': 'Por ahora no hay clases con cupo en {site}. ¿Busco en otra sede?',
  'enrolment.otherSite': 'Otra sede',
  'enrolment.take':
    '*{name}* en {site}\n{when}\n{free, plural, one {Queda # cupo.} other {Quedan # cupos.}}\n\n¿Le guardo un cupo?',
  'enrolment.takeStarting':
    '*{name}* en {site}\n{when}\nEmpieza el {starts}. {free, plural, one {Queda # cupo.} other {Quedan # cupos.}}\n\n¿Le guardo un cupo?',
  'enrolment.takeYes': 'Sí, tomar el cupo',
  'enrolment.takeOther': 'Ver otras clases',
  'enrolment.done': '¡Listo! Tiene su cupo en *{name}*.\n{when}\n{where}\nLa esperamos el {date} a las {time}',
  'enrolment.doneNoDate': '¡Listo! Tiene su cupo en *{name}*.\n{when}\n{where}',
  'enrolment.next': 'Si no puede ir, escriba *mis clases*. Para lo demás, *menú*.',
  'enrolment.full': 'Esa clase se acaba de llenar.',
  'enrolment.over': 'Esa clase ya terminó.',
  'enrolment.unknownClass': 'Esa clase ya no está.',
  'enrolment.already': 'Usted ya tiene su cupo en esa clase. Para verla escriba *mis clases*.',
  'enrolment.leftForNow': 'Está bien. Cuando quiera, escriba *ver clases*.',

  // Her classes.
  'myClasses.none': 'Todavía no tiene clases. Escriba *ver clases* para tomar un cupo.',
  'myClasses.list': '{n, plural, one {Tiene # clase:} other {Tiene # clases:}}\n{classes}\n\n¿Qué quiere hacer?',
  'myClasses.line': '*{name}*, {site}\n{when}\n{attended}',
  'myClasses.came': 'Ha venido {came} de {sessions, plural, one {# vez} other {# veces}}.',
  'myClasses.notYet': 'Su primera clase está por venir.',
  'myClasses.more': 'Ver más clases',
  'myClasses.leave': 'Dejar una clase',
  'myClasses.done': 'Nada más',
  'myClasses.which': '¿Cuál quiere dejar? Su cupo quedará libre para otra persona.',
  'myClasses.keepAll': 'Ninguna',
  'myClasses.open': 'Ver mis clases',
  'myClasses.left': 'Listo, dejó *{name}*. Si cambia de idea, escriba *ver clases*.',
  'myClasses.notInIt': 'Usted ya no estaba en esa clase.',
  'myClasses.bye': 'Está bien. Nos vemos en clase.',

  // Attendance.
  'checkIn.whichCode': '¿Qué código muestra su instructora? Son cuatro números.',
  'checkIn.codeAgain': 'El código son cuatro números. Por ejemplo: *4821*.',
  'checkIn.help': 'La instructora tiene un código de cuatro números. Escríbalo aquí y le avisamos que usted llegó.',
  'checkIn.whoAreYou':
    'Todavía no la conocemos por este chat. Escriba *registrarme*, o dígale a su instructora que llegó.',
  'checkIn.done': '✅ Listo: su instructora verá que usted llegó a *{name}*.',
  'checkIn.already': 'Ya estaba anotado: usted llegó a *{name}*.',
  'checkIn.expired': 'Ese código de *{name}* ya cambió. Escriba el que se ve ahora. Por ejemplo: *asistir 4821*.',
  'checkIn.wrong': 'Ese no es el código de *{name}*. Mírelo otra vez y escríbalo. Por ejemplo: *asistir 4821*.',
  'checkIn.notListed': 'Ese código es de *{name}*, y usted no está en esa lista. Dígale a la instructora que llegó.',
  'checkIn.noClass': 'No encuentro una clase suya a esta hora. Dígale a la instructora que llegó, o escriba *persona*.',
  'checkIn.tooMany': 'Van varios códigos que no son. Dígale a la instructora que llegó: ella la anota.',
  'checkIn.show':
    'Código de *{name}*; cambia cada minuto.\nQuien llegó escribe: *asistir {code}*\nPara mostrarlo en grande: {page}',

  'attendance.onlyInstructors':
    'La asistencia la toman las instructoras. Si usted es una, escriba *persona* y lo revisamos.',
  'attendance.none': 'Hoy no tiene clases a su cargo. Si debería tener una, escriba *persona*.',
  'attendance.which': '¿De cuál clase?',
  'attendance.open': 'Ver clases de hoy',
  'attendance.row': '{site}, {hours} · {marked} de {enrolled} marcadas',
  'attendance.empty': 'Nadie está inscrita todavía en *{name}*.',
  'attendance.who': '*{name}*, {hours}\n{roster}\n\n¿Quién vino? Por ejemplo: *todas menos 3 y 7*.',
  'attendance.whoAgain': 'Escríbalo otra vez, por favor. Por ejemplo: *todas menos 3 y 7*.',
  'attendance.marked': '{name} ({mark})',
  'attendance.markPresent': 'vino',
  'attendance.markLate': 'tarde',
  'attendance.markExcused': 'excusa',
  'attendance.markAbsent': 'faltó',
  'attendance.help':
    'Escriba, por ejemplo: *todas*, *nadie*, *todas menos 3 y 7*, *faltaron Rosa y la 5*, *3 tarde*, *8 excusa*.',
  'attendance.unclear': '{lines}',
  'attendance.whichOne': 'Hay varias *{text}*: {people}. Escriba el número de la lista.',
  'attendance.noSuchNumber': 'En la lista no hay número {number}; llega hasta el {last}.',
  'attendance.noSuchName': 'No encuentro a *{text}* en la lista.',
  'attendance.howMany':
    'No sé si *{number}* es cuántas son o un número de la lista. Escriba *la {number}*, o los nombres.',
  'attendance.contradiction': 'Dijo dos cosas distintas de {person}.',
  'attendance.notUnderstood': 'No entendí *{text}*.',
  'attendance.nothingNew': 'Ya todas están marcadas. Para cambiar a alguien, nómbrela: *la 7 llegó tarde*.',
  'attendance.present': '✅ {n, plural, one {Vino # persona} other {Vinieron # personas}}',
  'attendance.presentNamed': '✅ {n, plural, one {Vino # persona} other {Vinieron # personas}}: {names}',
  'attendance.late': '🕗 {n, plural, one {Llegó tarde # persona} other {Llegaron tarde # personas}}: {names}',
  'attendance.excused': '✉️ {n, plural, one {Con excusa # persona} other {Con excusa # personas}}: {names}',
  'attendance.absent': '❌ {n, plural, one {Faltó # persona} other {Faltaron # personas}}: {names}',
  'attendance.unmarked': '⬜ {n, plural, one {Sin marcar # persona} other {Sin marcar # personas}}: {names}',
  'attendance.echo': '{lines}\n\n¿Guardo?',
  'attendance.save': 'Guardar',
  'attendance.fix': 'Corregir',
  'attendance.echoHelp': 'Toque *Guardar*, o escriba qué cambia. Por ejemplo: *la 7 sí vino*.',
  'attendance.saved': 'Guardado: {counts}.',
  'attendance.nPresent': '{n, plural, one {# presente} other {# presentes}}',
  'attendance.nLate': '{n, plural, one {# tarde} other {# tarde}}',
  'attendance.nExcused': '{n, plural, one {# con excusa} other {# con excusa}}',
  'attendance.nAbsent': '{n, plural, one {# ausente} other {# ausentes}}',
  'attendance.nUnmarked': '{n, plural, one {# sin marcar} other {# sin marcar}}',
  'attendance.notYours': 'Esta clase ya no está a su cargo. No guardé nada. Si debería estarlo, escriba *persona*.',
  'attendance.closed': 'El plazo para marcar esta clase ya pasó. Si hay que cambiar algo, escriba *persona*.',
  'attendance.notOnRoster': 'La lista cambió mientras tanto. No guardé nada; esta es la lista de ahora.',
  'attendance.changedMeanwhile': 'Otra persona marcó esta clase mientras tanto. No guardé nada; así está ahora.',

  // Her rights over her data.
  'rights.see': 'Recibimos su pedido de ver sus datos. El equipo le responde por aquí en máximo 10 días hábiles.',
  'rights.change':
    'Recibimos su pedido de cambiar o borrar sus datos. El equipo le responde en máximo 15 días hábiles.',

  // After a long pause.
  'resume.ask': 'Ya había empezado. ¿Seguimos donde íbamos?',
  'resume.goOn': 'Sí, seguimos',
  'resume.startOver': 'Empezar de nuevo',
} as const;
