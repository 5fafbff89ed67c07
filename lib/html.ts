/**
 * Markup made by hand, for what is not a page of React: feeds, sitemaps, mails. Text becomes markup
 * only here, escaped; a string can never be taken for markup because markup is another type.
 */
export type Markup = { readonly markup: string };

type Value = string | number | null | undefined;

/** What neither HTML nor XML 1.0 bears: most control characters, halves of a pair, two non-characters. */
const UNBEARABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands between tags or in a quoted attribute, in HTML and in XML. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(UNBEARABLE, '')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/**
 * An element; strings among the children are text. Without children it closes itself, which HTML
 * allows for its void elements only: give others an empty string.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  ...children: readonly (Markup | string | null)[]
): Markup {
  const inTag = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeText(String(value))}"`)
    .join('');
  if (children.length === 0) return { markup: `<${name}${inTag}/>` };
  return { markup: `<${name}${inTag}>${joined(...children).markup}</${name}>` };
}

/** Several pieces as one. */
export function joined(...children: readonly (Markup | string | null)[]): Markup {
  const pieces = children.map((child) => {
    if (child === null) return '';
    return typeof child === 'string' ? escapeText(child) : child.markup;
  });
  return { markup: pieces.join('') };
}

/** JSON that can stand inside a script element, whatever its strings say. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
