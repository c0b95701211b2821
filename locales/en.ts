import type { es } from './es';

/** Every sentence in English. */
export const en: Record<keyof typeof es, string> = {
  // Said anywhere, whatever question is open.
  'talk.changed': 'We have changed this part. What you already told us is kept.',
  'talk.oldButton': 'That button belonged to an earlier question. We are here:',
  'talk.wayOut':
    'If you prefer, write *person* and someone from the team helps you, or *menu* to go back to the start.',
  'talk.firstQuestion': 'This is the first question; there is none before it.',
  'talk.chooseOne': 'I did not understand. Please choose one of the options.',
  'talk.notUnderstood': 'I did not understand. Please write it another way.',
  'talk.noAudio': 'I cannot listen to voice notes yet. Please write it, or write *person* and someone helps you.',
  'talk.notHeard': 'I could not hear you well. Please write it, or write *person* and someone helps you.',
  'talk.heard': 'I heard: “{text}”.',
  'talk.formUnread': 'I got your form, but it is not needed here any more.',
  'talk.phoneKept': 'Thank you, I have your number now.',
  'talk.placeUnread': 'I got your location, but it is not needed here. To see classes near you, write *see classes*.',
  'talk.cannotRead': 'I can only read text. Please write it.',
  'talk.help': 'Answer the question, or write *back*, *menu*, *cancel* or *person*. Para español escriba *idioma*.',
  'talk.person': 'Done. Someone from the team will write to you here.',
  'talk.cancelled': 'Cancelled. I did not save these answers.',
  'talk.goodbye': 'Goodbye. Write *hello* whenever you want to come back.',
  'talk.sorry': 'Something failed on our side with your last message. The team has been told. Write *menu* to go on.',
  'talk.languageSet': 'We go on in English.',

  // Whoever is in danger, whatever question is open. What she wrote is not kept.
  'danger.violence':
    'You are not alone, and this is not your fault. Here they listen to you for free, at any hour:\n{lines}',
  'danger.life':
    'I am very sorry you feel like this. You matter. Talk to someone now, for free and at any hour:\n{lines}',
  'danger.care': 'Thank you for telling. Here they advise you for free on how to protect who you care for:\n{lines}',
  'danger.emergency': 'If there is danger right now, call *{number}*.',
  'danger.notKept':
    'I do not keep what you wrote. If somebody looks at your phone, delete this chat too. Whenever you like, we go on.',

  // Days and times, wherever they are said.
  'when.slots': '{days}, {hours}',
  'when.days': '{first} to {last}',
  'when.hours': '{from} to {to}',

  // The menu.
  'menu.welcome':
    'Hello, I am *Relevo*, the chat of {programme}. Here you find free classes for caregivers.\nWhat would you like to do?',
  'menu.hello': 'Hello, {name}. What would you like to do?',
  'menu.again': 'What would you like to do?',
  'menu.attendance': 'Attendance',
  'menu.classes': 'See classes',
  'menu.myClasses': 'My classes',
  'menu.enrol': 'Enrol',
  'menu.register': 'Register',
  'menu.person': 'Talk to someone',
  'menu.help': 'Tap a button, or write what you need. For example: *classes*, *my classes* or *enrol*.',

  // Where: a site by its name or its locality.
  'where.ask': 'Where is it easy for you to go? Write your locality or the name of the block, for example *Bosa*.',
  'where.unknown': 'I do not know that place.',
  'where.choose': 'There are several sites. Which one is best for you?',
  'where.open': 'See sites',
  'where.help':
    'I look for the sites of your locality. You can write, for example, *Usme* or *San Cristóbal*. You can also send your location.',

  // Registration.
  'registration.already': 'You are already registered, {name}. Write *classes* or *my classes*.',
  'registration.forClass': 'To keep you a place in *{name}* ({when}), I register you first.',
  'registration.consent':
    'I need your permission to keep your data.\n*Who answers for it:* {controller}. {contact}.\n*Which data:* name, document, site, this contact, your classes and your attendance.\n*What for:* to register you, make the class list and the attendance, send you reminders and make statistics.\n*Who sees it:* the team of the site and the entity that gives the class. The instructor sees only your name.\nYou may leave sensitive questions unanswered, such as those about health.\n*Your rights:* you may see, correct or delete your data. Write *my data*, *correct* or *delete*. You may also complain to the SIC.\nFull policy: {policy}\nDo you give us your permission?',
  'registration.consentAgain': 'Do you give us your permission to keep your data?',
  'registration.consentYes': 'Yes, I agree',
  'registration.consentNo': 'I do not agree',
  'registration.consentHelp':
    'Without your permission we keep no data of yours. You can see the classes without registering: write *menu*.',
  'registration.refused':
    'Understood. We keep no data of yours, only that you said no. You can see the classes any time: write *classes*.',
  'registration.name': 'What is your name? Write your first and last names, for example *María Pérez Gómez*.',
  'registration.nameNone': 'That does not look like a name.',
  'registration.nameDigits': 'A name has no figures in it.',
  'registration.nameShort': 'That is very short for a name.',
  'registration.nameLong': 'That is very long. Your first and last names are enough.',
  'registration.nameHelp': 'This is how you will appear on your class list. Write first and last names in full.',
  'registration.firstNames': 'What are your first names? Write them without the last names, for example *Ana Lucía*.',
  'registration.lastNames': 'And your last names? For example *Díaz Mora*.',
  'registration.noLastNames': 'I have none',
  'registration.document':
    'Which document do you have? Choose one, or write its kind and number, for example *CC 52123456*.',
  'registration.documentOpen': 'See documents',
  'registration.typeFirst': 'Thank you. First tell me which document that number belongs to.',
  'registration.documentHelp':
    'We use it so as not to register you twice. If you have no document, choose the last option.',
  'registration.cc': 'Cédula de ciudadanía',
  'registration.ccDetail': 'The Colombian identity card',
  'registration.ce': 'Cédula de extranjería',
  'registration.ppt': 'PPT',
  'registration.pptDetail': 'Permiso por Protección Temporal',
  'registration.pep': 'PEP',
  'registration.pepDetail': 'Permiso Especial de Permanencia',
  'registration.pa': 'Passport',
  'registration.sc': 'Salvoconducto',
  'registration.ti': 'Tarjeta de identidad',
  'registration.tiDetail': 'Under 18 years',
  'registration.otro': 'On its way or none',
  'registration.otroDetail': 'Also an identity card of another country',
  'registration.number': 'Your document: *{document}*. What is its number?',
  'registration.numberHelp': 'Write only the number, for example *52123456*. To change the document write *back*.',
  'registration.numberNone': 'I saw no number.',
  'registration.numberSeveral': 'I saw more than one number. Write only the one of the document.',
  'registration.numberImpossible': 'That number cannot be. Please check it.',
  'registration.sure': 'You wrote *{number}*. It is shorter or longer than usual. Is it right?',
  'registration.sureYes': 'Yes, it is right',
  'registration.sureNo': 'Correct it',
  'registration.minor':
    'People under 18 are registered by the team of the site. Write *person* and we gladly help you.',
  'registration.summary':
    'Please check:\n*First names:* {first}\n*Last names:* {last}\n*Document:* {document}\n*Site:* {site}\n\nIs everything right?',
  'registration.summaryOneName':
    'Please check:\n*Name:* {first}\n*Document:* {document}\n*Site:* {site}\n\nIs everything right?',
  'registration.save': 'Yes, save it',
  'registration.fix': 'Correct it',
  'registration.which': 'What shall we correct?',
  'registration.whichName': 'The name',
  'registration.whichDocument': 'The document',
  'registration.whichSite': 'The site',
  'registration.taken': 'That document is already registered from another contact. What shall we do?',
  'registration.takenFix': 'Correct document',
  'registration.takenPerson': 'Talk to someone',
  'registration.noConsent': 'I do not have your permission yet, so I saved nothing. Write *register* to start again.',
  'registration.done': 'Welcome, {name}. You are registered now.',

  // Enrolment.
  'enrolment.choose': 'These are the classes with free places at {site}. Which one interests you?',
  'enrolment.chooseToTake': 'These are the classes with free places at {site}. Choose one and I keep you a place.',
  'enrolment.open': 'See classes',
  'enrolment.row': '{when} · {free, plural, one {# place} other {# places}}',
  'enrolment.more': 'More classes',
  'enrolment.later': 'Not now',
  'enrolment.help':
    'Choose a class by its name or its number. All are free of charge. To see another site write *back*.',
  'enrolment.none': 'There are no classes with free places at {site} for now. Shall I look at another site?',
  'enrolment.otherSite': 'Another site',
  'enrolment.take':
    '*{name}* at {site}\n{when}\n{free, plural, one {# place left.} other {# places left.}}\n\nShall I keep you a place?',
  'enrolment.takeStarting':
    '*{name}* at {site}\n{when}\nIt starts on {starts}. {free, plural, one {# place left.} other {# places left.}}\n\nShall I keep you a place?',
  'enrolment.takeYes': 'Yes, keep my place',
  'enrolment.takeOther': 'See other classes',
  'enrolment.done': 'Done! You have a place in *{name}*.\n{when}\n{where}\nWe expect you on {date} at {time}.',
  'enrolment.doneNoDate': 'Done! You have a place in *{name}*.\n{when}\n{where}',
  'enrolment.next': 'If you cannot go, write *my classes*. For anything else, *menu*.',
  'enrolment.full': 'That class has just filled up.',
  'enrolment.over': 'That class is over.',
  'enrolment.unknownClass': 'That class is no longer there.',
  'enrolment.already': 'You already have a place in that class. To see it write *my classes*.',
  'enrolment.leftForNow': 'All right. Whenever you like, write *classes*.',

  // Her classes.
  'myClasses.none': 'You have no classes yet. Write *classes* to take a place.',
  'myClasses.list':
    '{n, plural, one {You have # class:} other {You have # classes:}}\n{classes}\n\nWhat would you like to do?',
  'myClasses.line': '*{name}*, {site}\n{when}\n{attended}',
  'myClasses.came': 'You came {came} of {sessions, plural, one {# time} other {# times}}.',
  'myClasses.notYet': 'Your first class is still to come.',
  'myClasses.more': 'See more classes',
  'myClasses.leave': 'Leave a class',
  'myClasses.done': 'Nothing else',
  'myClasses.which': 'Which one do you want to leave? Your place will be free for another person.',
  'myClasses.keepAll': 'None',
  'myClasses.open': 'See my classes',
  'myClasses.left': 'Done, you left *{name}*. If you change your mind, write *classes*.',
  'myClasses.notInIt': 'You were no longer in that class.',
  'myClasses.bye': 'All right. See you in class.',

  // Attendance.
  'sheet.none': 'I find no classes of yours. If you should have one, write *person*.',
  'sheet.which': 'For which class would you like the sheet?',
  'sheet.open': 'See my classes',
  'sheet.link': 'Here is the sheet of *{name}*, for one day: {link}',
  'sheet.here': 'Here is the sheet of *{name}*.',

  'handover.toWhatsapp':
    'To go on in WhatsApp open {link}, or write there: *continue {code}*. It is good for 15 minutes.',
  'handover.toWeb': 'To go on on the web page open {link}\nIt works once, for 15 minutes.',
  'handover.hereWhatsapp': 'We are in WhatsApp already.',
  'handover.hereWeb': 'We are on the web page already.',
  'handover.here': 'We go on here.',
  'handover.unknown':
    'That code does not work, or the 15 minutes are over. Ask for another one where you were writing.',
  'handover.same': 'That code is for going on elsewhere: in WhatsApp, or on the web page.',
  'handover.otherPerson':
    'Another person is registered there. Each goes on where she is; if that is wrong, write *person*.',
  'handover.tooMany': 'Those were several codes that do not work. Wait an hour, or write *person*.',

  'checkIn.whichCode': 'What code does your instructor show? It has four numbers.',
  'checkIn.codeAgain': 'The code has four numbers. For example: *4821*.',
  'checkIn.help': 'Your instructor has a code of four numbers. Write it here and we tell her that you came.',
  'checkIn.whoAreYou': 'We do not know you in this chat yet. Write *register*, or tell your instructor that you came.',
  'checkIn.done': '✅ Done: your instructor will see that you came to *{name}*.',
  'checkIn.already': 'We had it already: you came to *{name}*.',
  'checkIn.expired': 'That code of *{name}* has changed. Write the one you see now. For example: *attend 4821*.',
  'checkIn.wrong': 'That is not the code of *{name}*. Look again and write it. For example: *attend 4821*.',
  'checkIn.notListed': 'That code is for *{name}*, and you are not on that list. Tell the instructor that you came.',
  'checkIn.noClass': 'I find no class of yours at this hour. Tell the instructor that you came, or write *person*.',
  'checkIn.tooMany': 'Those were several wrong codes. Tell the instructor that you came: she puts you down.',
  'checkIn.show':
    'Code of *{name}*; it changes every minute.\nWhoever came writes: *attend {code}*\nTo show it large: {page}',

  'attendance.onlyInstructors':
    'Attendance is taken by instructors. If you are one, write *person* and we look into it.',
  'attendance.none': 'You have no classes to give today. If there should be one, write *person*.',
  'attendance.which': 'For which class?',
  'attendance.open': 'See classes of today',
  'attendance.row': '{site}, {hours} · {marked} of {enrolled} marked',
  'attendance.empty': 'Nobody is enrolled in *{name}* yet.',
  'attendance.who': '*{name}*, {hours}\n{roster}\n\nWho came? For example: *all except 3 and 7*.',
  'attendance.whoAgain': 'Please write it again. For example: *all except 3 and 7*.',
  'attendance.marked': '{name} ({mark})',
  'attendance.markPresent': 'came',
  'attendance.markLate': 'late',
  'attendance.markExcused': 'excused',
  'attendance.markAbsent': 'absent',
  'attendance.help':
    'Write, for example: *all*, *nobody*, *all except 3 and 7*, *absent Rosa and 5*, *3 late*, *8 excused*.',
  'attendance.notTold': '{lines}',
  'attendance.unclear': '{lines}\nWrite only that; I have the rest.',
  'attendance.unclearSeveral': '{lines}\nYou may answer all in one message; I have the rest.',
  'attendance.stillUnclear': 'That does not make it clear to me.',
  'attendance.clearHelp': 'Write the number on the list, or the full name. With *back* you write all of it again.',
  'attendance.openClear': 'See choices',
  'attendance.whichOne': 'There are several *{text}*. Which one is it: {people}?',
  'attendance.isIt': 'I do not find *{text}*. Is it {people}?',
  'attendance.areThey': 'Are *{text}* {people}?',
  'attendance.theyAre': 'Yes, they are',
  'attendance.theyAreNot': 'No',
  'attendance.notListed': 'Not on the list',
  'attendance.noSuchNumber': 'There is no number {number} on the list; it goes up to {last}. Who is it?',
  'attendance.noSuchName': 'I do not find *{text}* on the list. What number is it?',
  'attendance.howMany':
    'I do not know if *{number}* is how many or a number on the list. Write *number {number}*, or the names.',
  'attendance.countDiffers': 'You said {said}, but I count {found}.',
  'attendance.contradiction': 'You said two different things of {person}. Did she come or not?',
  'attendance.came': 'Came',
  'attendance.missed': 'Absent',
  'attendance.cameLate': 'Came late',
  'attendance.noLast': 'I do not have the attendance of the class before.',
  'attendance.notUnderstood': 'I did not understand *{text}*.',
  'attendance.nothingNew': 'All are marked already. To change somebody, name her: *7 came late*.',
  'attendance.present': '✅ {n, plural, one {# person came} other {# people came}}',
  'attendance.presentNamed': '✅ {n, plural, one {# person came} other {# people came}}: {names}',
  'attendance.late': '🕗 {n, plural, one {# person came late} other {# people came late}}',
  'attendance.lateNamed': '🕗 {n, plural, one {# person came late} other {# people came late}}: {names}',
  'attendance.excused': '✉️ {n, plural, one {# person excused} other {# people excused}}',
  'attendance.excusedNamed': '✉️ {n, plural, one {# person excused} other {# people excused}}: {names}',
  'attendance.absent': '❌ {n, plural, one {# person absent} other {# people absent}}',
  'attendance.absentNamed': '❌ {n, plural, one {# person absent} other {# people absent}}: {names}',
  'attendance.unmarked': '⬜ {n, plural, one {# person not marked} other {# people not marked}}',
  'attendance.unmarkedNamed': '⬜ {n, plural, one {# person not marked} other {# people not marked}}: {names}',
  'attendance.asLast': 'By the class of {date}.',
  'attendance.leftOut': 'I left out: {left}.',
  'attendance.echo': '{lines}\n\nShall I save it?',
  'attendance.save': 'Save',
  'attendance.fix': 'Correct it',
  'attendance.echoHelp': 'Tap *Save*, or write what changes. For example: *7 did come*.',
  'attendance.saved': 'Saved: {counts}.',
  'attendance.nPresent': '{n, plural, one {# present} other {# present}}',
  'attendance.nLate': '{n, plural, one {# late} other {# late}}',
  'attendance.nExcused': '{n, plural, one {# excused} other {# excused}}',
  'attendance.nAbsent': '{n, plural, one {# absent} other {# absent}}',
  'attendance.nUnmarked': '{n, plural, one {# not marked} other {# not marked}}',
  'attendance.notYours': 'This class is no longer yours. I saved nothing. If it should be, write *person*.',
  'attendance.closed': 'The time to mark this class is over. If something must change, write *person*.',
  'attendance.notOnRoster': 'The list changed meanwhile. I saved nothing; this is the list as it is now.',
  'attendance.changedMeanwhile':
    'Another person marked this class meanwhile. I saved nothing; this is how it stands now.',

  // Her rights over her data.
  'rights.see': 'We have received your wish to see your data. The team answers you here within 10 working days.',
  'rights.change':
    'We have received your wish to change or delete your data. The team answers you within 15 working days.',

  // After a long pause.
  'resume.ask': 'You had begun already. Shall we go on where we were?',
  'resume.goOn': 'Yes, go on',
  'resume.startOver': 'Start over',
};
