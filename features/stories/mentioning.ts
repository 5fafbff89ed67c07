type Named = { id: string; name: string };

/** A run of a comment's text; `name` where it calls somebody. */
export type Said = { text: string; name: string | null };

/**
 * Takes a text apart at "@Name": the longest name that fits counts, whatever the case. What stands
 * in an address of mail is no mention.
 */
export function sayings(text: string, names: readonly string[]): Said[] {
  const longestFirst = names.filter(Boolean).toSorted((a, b) => b.length - a.length);
  const said: Said[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < from || /[\w.+-]/.test(text.charAt(at - 1))) continue;
    const name = longestFirst.find((one) => fits(text, at + 1, one));
    if (name === undefined) continue;
    if (at > from) said.push({ text: text.slice(from, at), name: null });
    from = at + 1 + name.length;
    said.push({ text: text.slice(at, from), name });
  }
  if (from < text.length) said.push({ text: text.slice(from), name: null });
  return said;
}

/** Those of `people` whom a text calls by "@Name", each once. Namesakes are all called. */
export function mentionedIn<P extends Named>(text: string, people: readonly P[]): P[] {
  const names = new Set(
    sayings(
      text,
      people.map((person) => person.name),
    ).flatMap(({ name }) => name ?? []),
  );
  return people.filter((person) => names.has(person.name));
}

function fits(text: string, at: number, name: string): boolean {
  const there = text.slice(at, at + name.length);
  return there.toLowerCase() === name.toLowerCase() && !isWordAt(text, at + name.length);
}

/** Half of a name is nobody's. */
function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}
