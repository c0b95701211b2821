/** An element of an XML file; `text` is what stands directly in it. */
export type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

/** Reads the little XML there is in a workbook, and refuses whatever XML would refuse in it. */
export function readXml(xml: string): Element {
  expect(xml).not.toMatch(/[^\t\n\r\x20-\uFFFD]/);
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const token =
    /<\?xml [^>]*\?>\n|<(?<end>\/?)(?<name>[\w:]+)(?<rest>(?: [\w:]+="[^"<]*")*)(?<empty>\/?)>|(?<text>[^<]+)/gy;
  let read = 0;
  for (const { 0: whole, groups = {} } of xml.matchAll(token)) {
    read += whole.length;
    const within = open.at(-1) as Element;
    if (groups.text !== undefined) within.text += plain(groups.text);
    else if (groups.end) expect(open.pop()?.name).toBe(groups.name);
    else if (groups.name) {
      const element = { name: groups.name, attributes: attributesOf(groups.rest ?? ''), children: [], text: '' };
      within.children.push(element);
      if (!groups.empty) open.push(element);
    }
  }
  expect({ read, open: open.length, roots: root.children.length }).toEqual({ read: xml.length, open: 1, roots: 1 });
  return root.children[0] as Element;
}

/** The elements of a name directly in another. */
export function childrenOf(element: Element | undefined, name: string): Element[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value = '']) => [name, plain(value)]),
  );
}

function plain(text: string): string {
  expect(text).not.toMatch(/&(?!(amp|lt|gt|quot);)/);
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: keyof typeof signs) => signs[name]).replace(/\r\n?/g, '\n');
}
const signs = { amp: '&', lt: '<', gt: '>', quot: '"' };
