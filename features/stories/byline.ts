import type { BylineRole, BylineView } from '#features/stories/views.ts';
import { wordsOf } from '#features/stories/words.ts';
import { localeOf } from '#lib/dates.ts';

/** A piece of the byline: words between, or a person. */
type Piece = { text: string; path?: string };

const ORDER: readonly BylineRole[] = ['by', 'reporting', 'photography', 'translation', 'editing'];

/**
 * "By A and B; photographs by C" in pieces, in the story's language: who wrote first, then those who
 * helped, each role's people in the order that the desk gave them.
 */
export function bylinePieces(people: readonly BylineView[], language: string): Piece[] {
  const words = wordsOf(language);
  const pieces: Piece[] = [];
  for (const role of ORDER) {
    const ofRole = people.filter((one) => one.role === role);
    if (ofRole.length === 0) continue;
    const [before = '', after = ''] = words[role].split('{}');
    const opening = pieces.length === 0 ? capitalized(before, language) : `; ${before}`;
    pieces.push({ text: opening }, ...listed(ofRole, language), { text: after });
  }
  return pieces.filter((piece) => piece.text !== '');
}

/** "A, B and C" with the words between that the language uses. */
function listed(people: readonly BylineView[], language: string): Piece[] {
  const left = [...people];
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' })
    .formatToParts(people.map((one) => one.name))
    .map((part) => {
      const person = part.type === 'element' ? left.shift() : undefined;
      return person ? { text: person.name, path: person.path } : { text: part.value };
    });
}

function capitalized(text: string, language: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
