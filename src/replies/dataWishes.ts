import { any } from './anyOf';
import type { WishTold } from './wishes';

const change =
  'corre[gj]ir(?:me)?|corrij(?:a|an)(?:me)?|(?:cambi|arregl)(?:ar|e|en)(?:me)?|actuali(?:zar|ce|cen)(?:me)?|modifi(?:car|que|quen)(?:me)?|change|correct|update|fix';
const erase = '(?:borr|elimin)(?:ar|en|e|a)(?:me|nos|lo|los|la|las|le|melo|melos)?|delete|erase|remove';
const own = 'mi|mis|toda mi|todos mis|todo lo mio|my|all my';
const reminders =
  'recordatorio|recordatorios|mensaje|mensajes|mensajit\\w+|avisos|notificaciones|reminder|reminders|messages|texts';

/** How she tells what is to be done with what we know of her, her number, and what we write to her. */
export const dataWishes: WishTold[] = [
  {
    wish: 'change_data',
    told: any(
      `^(${change}|correct it)( ${own})?( datos| informacion| data)?$`,
      `(${change})( \\w+){0,2} (${own}) (datos|informacion|nombre|nombres|apellido|apellidos|documento|cedula|data|name|details|document)`,
      `(${change})( \\w+){0,3} (de )?(la )?(cedula|documento|apellido|apellidos)`,
      `(${change}) (?:el|la|los|my) (?:nombres?|apellidos?)`,
      `mi (nombre|apellido) (es|va) con|(${change}) my (last|first|family) name`,
      `(${change}) (el|mi|de) (ppt|pasaporte|numero de documento)`,
      `(?:el|mis?|los) (nombre|apellido|apellidos|cedula|documento|datos|numero de cedula)(?! del?\\b)( \\w+){0,3} (mal|equivocad\\w+|errad\\w+)`,
      `(?:trast\\w+|mud\\w+|me cambie de (?:barrio|casa|localidad|direccion|vivienda)|(?:me|nos) (?:pase|pasamos) (?:a|para)|ya no viv\\w+|ahora viv\\w+|viv\\w+ ahora)(?: \\w+){0,8} (?:(?:cambi|correg|corrij|actualic|actualiz|arregl)\\w+l[oa]|l[oa] (?:cambi|corrij|actualic|actualiz|arregl)\\w+|(?:${change}) (?:eso|(?:la |mi )?(?:localidad|direccion)))(?! (?:el|la|los|de) )`,
      '(mal|equivocad\\w+|errad\\w+|equivoque)( \\w+){0,2} (mi(s)?|el|la) (nombre|apellido|apellidos|cedula|documento)|my (name|last name|document) is (spelled )?(wrong|misspelled)',
    ),
  },
  {
    wish: 'erase_data',
    told: any(
      `^(${erase})( (datos|todo|everything))?$`,
      `(${erase})( \\w+){0,2} (${own}|todo lo mio) ?(datos|informacion|registro|data|information|details)?$`,
      `(${erase}|quiten|quite|quitar|saquen)( \\w+){0,2} (datos|informacion|data|information)`,
      `(${erase}|quiten|quite)( \\w+){0,2} (?:lo (?:mio|que (?:tengan|tienen|haya|hay|guarden|guardan|saben|sepan)(?: \\w+)? (?:de|sobre) mi))(?! del? (?:mi |el )?(?:celular|telefono|chat))`,
      '^(please )?delete everything',
      `(${erase}) (?:del|de su|de este) (?:sistema|programa|registro|lista de datos)|(${erase}) de (todo|aqui|aca)`,
      `(retir\\w+|quit\\w+|revoc\\w+|withdraw) (mi|el|la|my|the) (permiso|autorizacion|consentimiento|permission|consent)`,
      'ya no (les |le )?(doy|autorizo)( el| mi)?( permiso)?',
      'no quiero que (tengan|guarden|usen)( \\w+){0,2} mi(s)? (datos|informacion)',
    ),
  },
  {
    wish: 'see_data',
    told: any(
      'mis datos|my data',
      '(?:ver|mirar|revisar|saber|consultar)(?: \\w+){0,2} como (?:quedo|quedaron|esta|estan|aparece|aparecen|salio|quedaron)(?: \\w+)? (?:mi|mis|la) (?:informacion|datos|registro)',
      '(ver|mirar|consultar|muestr\\w+|mostrar\\w*) (toda )?(mi|mis) (informacion|datos)',
      'que (datos|informacion)( \\w+){0,2} (tienen|saben|guardan|hay)',
      '(?:ver|mirar|muestr\\w+|mostrar\\w*|cuales|que)(?: son| fue| fueron)?(?: los| mis)? datos (?:fue |fueron )?(?:(?:los )?que )?(?:yo )?(?:(?:les|le) )?(?:di|dimos|deje|puse|mande)\\b',
      'que (saben|tienen)( \\w+)? (de|sobre) mi|what( \\w+){0,4} (data|know|have|hold)( \\w+){0,4} (about|of|on) me',
    ),
  },
  {
    wish: 'new_number',
    told: any(
      `(cambi\\w+|me cambiaron|changed?)( de| el| mi| my| the| phone){0,3} (numero|celular|cel|telefono|linea|whatsapp|number|phone)`,
      `(nuevo|otro|new|another) (numero|celular|cel|telefono|whatsapp|number|phone)`,
      '(?:robaron|perdi|bote|botaron|extravie|perdio|dano|rob\\w+) (?:el |mi )?(?:celular|telefono|cel|linea|sim)(?: \\w+){0,8} (?:este es (?:el (?:nuevo|que)|mi)|(?:ahora|en adelante) (?:\\w+ )?este|escrib\\w+ (?:a|al|por) este)',
      '(?:stolen|lost|broke)(?: \\w+){0,4} (?:use|text|write|call|this is)(?: \\w+){0,3} (?:this|new) (?:number|phone|one)',
      'ahora tengo (este|otro) (numero|celular)|(numero|celular|cel|telefono) nuevo|perdi (el|mi) (celular|telefono|cel)|lost my phone|(number|phone) (has )?changed',
    ),
  },
  {
    wish: 'stop_reminders',
    told: any(
      `(no mas|no|no me mande[ns]?|no me envie[ns]?|no me mandes|no quiero|no deseo|dejen de|deje de|ya no|quit\\w+|desactiv\\w+|par(?:en?|ar)(?:me)?|suspend\\w+|stop|dont send|dont want|no more)( (me|mas|de|que|recibir|mandar\\w*|manden|enviar\\w*|envien|los|las|tantos|esos|sending|to|get|any|more|the|get))* (${reminders})`,
      '(ya no|no) me (manden|mande|envien|envie)( mas| nada){1,2}$|ya no me (manden|mande|envien|envie)$',
      '(no me|dejen de|deje de|no quiero que me|stop)( me| vuelvan| a){0,3} ?(escriba[ns]?|escribir\\w*|texting|messaging|writing)',
    ),
  },
  {
    wish: 'want_reminders',
    told: any(
      '(activ\\w+|vuelv\\w+ a (mandar|enviar)\\w*)( \\w+){0,2} (recordatorios?|avisos)|(mand|envi)\\w+( \\w+){0,2} (recordatorios?|avisos) (otra vez|de nuevo)',
      '(me (avis|recuerd)(?:a|e|an|en)|(avis|recuerd)(?:e|en)me|remind me)( \\w+){0,3} (antes de( \\w+){0,2} clases?|de (cada|mi|mis) clases?|before( \\w+){0,2} class(es)?)',
      'vuelv\\w+ a (?:avisar|recordar)(?:me|nos)?(?: (?:antes|(?:el|un|con un) dia|(?:de )?(?:las|mis|la|cada) clases?)|$)|(?:vuelvan?|vuelvame) a (?:recordar|avisar) (?:las|mis) clases|(?:avis|recuerd|acuerd)(?:a|e|an|en)(?:me|nme|nos)? (?:por favor )?(?:el|un|con un) dia (?:de )?(?:antes|anterior)(?! de (?!la|cada|mi))',
      '^(si )?(quiero|deseo|volver a|activar|active|i want|send me)( \\w+){0,3} (recordatorios|recordatorio|reminders)$',
    ),
    unlessRefused: true,
  },
  {
    wish: 'web',
    told: any(
      `(seguir|sigo|continuar|continuo|hacerlo|hago|terminar|continue|go on|do it|pasar|seguimos)( \\w+){0,3} (web|pagina|internet|computador|computadora|pc|portatil|website|computer)`,
      'por la (web|pagina)|en la web|on the web|por internet',
      '(pas|mand|envi|regal|d)(?:a|e|en|an|eme|enme|ame)( \\w+){0,2} (link|enlace)(?! de la (clase|reunion))|(send|give|share)( me)?( the)? link|^(el |the |send me the |give me the )?(link|enlace)( please| por favor)?$|(link|enlace) (de la pagina|para entrar|del chat|of the (page|web|website))',
    ),
    unlessRefused: true,
  },
];
