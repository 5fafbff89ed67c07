import type { Body } from '#features/stories/body.ts';

/**
 * Text with the spaces that must not break where the language wants some: in French before a colon
 * and inside quotation marks. Those who write type plain ones, and a line would begin with the sign.
 */
export function typeset(text: string, language: string): string {
  if (!language.startsWith('fr')) return text;
  return text.replace(/ (?=[:;!?»%])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0');
}

/** The same for every piece of text of a body. */
export function typesetBody(body: Body, language: string): Body {
  if (!language.startsWith('fr')) return body;
  return JSON.parse(
    JSON.stringify(body, (key, value) =>
      (key === 'text' || key === 'caption') && typeof value === 'string'
        ? typeset(value, language)
        : value,
    ),
  );
}
