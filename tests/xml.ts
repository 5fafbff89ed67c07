import { SaxesParser } from 'saxes';

export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
};

/** Reads XML strictly: what is not well-formed, or has a prefix that nobody declared, throws. */
export function parseXml(source: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const top = () => open.at(-1) ?? root;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const element = { name, attributes: Object.fromEntries(values), children: [], text: '' };
    top().children.push(element);
    open.push(element);
  });
  const take = (text: string) => {
    top().text += text;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => open.pop());
  parser.write(source).close();
  const [document] = root.children;
  if (!document) throw new Error('no element at all');
  return document;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the only child of this name; '' where there is none. */
export function textIn(element: XmlElement, name: string): string {
  const found = childrenOf(element, name);
  if (found.length > 1) throw new Error(`${found.length} of ${name}`);
  return found[0]?.text ?? '';
}
