/** Whom she may fear, who may harm her. */
export const people =
  'marido|esposo|pareja|novio|companero|ex|exesposo|exmarido|hijo|hija|hijos|hermano|papa|padre|padrastro|suegro|suegra|yerno|tio|cunado|vecino|jefe|patron|hombre|tipo|senor';
/** Whom she may care for. */
export const cared =
  'hij\\w+|nin[oa]s?|niet[oa]s?|bebe|bebes|abuel\\w+|mama|mamita|madre|papa|papito|padre|herman\\w+|sobrin\\w+|viejit[oa]s?|ancian[oa]s?|hijastr[oa]s?|suegr[oa]s?|tia|tio';
/** What somebody does before the deed: "me está pegando", "me quiere pegar". */
export const does =
  'esta|estan|estaba|estaban|anda|quiere|quieren|va a|van a|quiso|vive|sigue|siguen|volvio a|ha|iba a|puede|suele|trata de|intento|intenta';
// Things that "hit" or "kill" nobody in earnest.
const harmless =
  'sol|frio|calor|gripa|gripe|gripita|covid|resfriado|calambre|infeccion|malestar|virus|sereno|viento|aire|agua|lluvia|sueno|uniforme|zapato|zapatos|ropa|tos|catarro|risa|hambre|internet|senal|moda|noticia|cancion|novela|' +
  'dolor|rodilla|rodillas|espalda|pie|pies|cabeza|cintura|columna|cansancio|estres|curiosidad|ejercicio|profe|profesor|profesora|instructora|puerta|balon|pelota|carro|moto|bus|dedo|deuda|deudas|trancon|piernas|brazo|tareas|oficio';
/** What right after a deed makes it harmless: "me pega el sol". */
export const near = `^( \\w+){0,4} (${harmless})\\b`;
