import { unescaped } from '#scripts/proof/links.ts';

/** A form of a page, as a browser without script would fill it in and send it. */
export type FoundForm = {
  action: string;
  method: 'GET' | 'POST';
  multipart: boolean;
  fields: FoundField[];
  /** What it is sent by: a button that says which one it is, or null for one that does not. */
  buttons: (FoundField | null)[];
};

export type FoundField = { name: string; type: string; value: string };

/** The forms of a page of ours; `at` is the page's own address, to which one without action is sent. */
export function formsIn(html: string, at: string): FoundForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(
    ([, tag = '', inside = '']) => {
      const said = attributesOf(tag);
      return {
        action: said['action'] ?? at,
        method: said['method']?.toUpperCase() === 'POST' ? 'POST' : 'GET',
        multipart: said['enctype']?.toLowerCase() === 'multipart/form-data',
        fields: fieldsIn(inside),
        buttons: buttonsIn(inside),
      };
    },
  );
}

function fieldsIn(inside: string): FoundField[] {
  const written = /<(input|textarea|select)\b([^>]*)>(?:([\s\S]*?)<\/\1>)?/g;
  const chosen = new Set<string>();
  return [...inside.matchAll(written)].flatMap(([, element = '', tag = '', within = '']) => {
    const { name, type = element, value = type === 'checkbox' ? 'on' : '' } = attributesOf(tag);
    if (!name) return [];
    // Of several choices the first: that none is chosen is no form that a browser sends.
    if (type === 'radio' && chosen.has(name)) return [];
    if (type === 'radio') chosen.add(name);
    if (element === 'textarea') return [{ name, type: element, value: unescaped(within) }];
    if (element === 'select') {
      const [, chosen = ''] = /<option\b[^>]*\bvalue="([^"]*)"/.exec(within) ?? [];
      return [{ name, type: element, value: unescaped(chosen) }];
    }
    return [{ name, type, value }];
  });
}

function buttonsIn(inside: string): (FoundField | null)[] {
  const found = [...inside.matchAll(/<button\b([^>]*)>/g)].flatMap(([, tag = '']) => {
    const { name, value = '', type = 'submit' } = attributesOf(tag);
    if (type !== 'submit') return [];
    return [name ? { name, type, value } : null];
  });
  return found.length > 0 ? found : [null];
}

function attributesOf(tag: string): Record<string, string> {
  const pairs = [...tag.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(
    pairs.map(([, name = '', value = '']) => [name.toLowerCase(), unescaped(value)]),
  );
}

const BOUNDARY = '----dateline-proof';

/**
 * The body of the form with what is typed into it, sent by one of its buttons, and how it is called.
 * Null is a box that is not ticked.
 */
export function filledIn(
  { fields, multipart }: FoundForm,
  typed: (field: FoundField) => string | null,
  pressed: FoundField | null,
): { body: string; type: string } {
  const pairs = fields.flatMap((field): [string, string][] => {
    const value = typed(field);
    return value === null ? [] : [[field.name, value]];
  });
  if (pressed) pairs.push([pressed.name, pressed.value]);
  if (!multipart) {
    return {
      body: new URLSearchParams(pairs).toString(),
      type: 'application/x-www-form-urlencoded',
    };
  }
  const parts = pairs.map(
    ([name, value]) =>
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    body: `${parts.join('')}--${BOUNDARY}--\r\n`,
    type: `multipart/form-data; boundary=${BOUNDARY}`,
  };
}
