/** What somebody wants to say, and how it came. Never who: an address has no part in it. */
export type Written = {
  text: string;
  name: string;
  /** Where links lead that are not spelled out in the text. */
  links?: readonly string[];
  signals?: Signals;
};

/** What a browser showed while the form was filled in. Each only counts beside the words. */
export type Signals = {
  /** Something was typed into the field that people do not see. */
  trap: boolean;
  /** The browser did the work that it was asked for. Without script there is none. */
  proof: 'done' | 'none' | 'wrong';
  /** From when the form was first touched until it was sent, where that is known. */
  seconds: number | null;
};

/** Of whoever sends something else than a form: the newsroom itself, an edit. */
export const NO_SIGNALS: Signals = { trap: false, proof: 'done', seconds: null };

/** One thing that counts: a name for counting, and what to show of it to a person, if anything. */
export type Trait = { key: string; shown: string };

/** A text of 5,000 characters has at most so many words; what is longer repeats itself. */
const MOST_TRAITS = 3_000;
const LONGEST_WORD = 24;

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"')\]]+/giu;
const WORD = /[$€£]?[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_-]*[%]?|[!?]{2,}/gu;

/** What counts in a text, each once: words, two words that stand together, links, and its manner. */
export function traitsOf(written: Written): Trait[] {
  const traits = new Map<string, string>();
  const add = (key: string, shown: string) => {
    if (traits.size < MOST_TRAITS && !traits.has(key)) traits.set(key, shown);
  };
  const { text, name, links = [], signals } = written;
  const found = [...text.matchAll(LINK)].map(([link]) => link);
  const plain = text.replace(LINK, ' ');
  addWords(plain, add);
  for (const link of [...found, ...links]) addLink(link, add);
  for (const word of wordsIn(name)) add(`name ${word}`, `${word} (in the name)`);
  addManner({ plain, name, links: found.length + links.length }, add);
  if (signals) addSignals(signals, add);
  return [...traits].map(([key, shown]) => ({ key, shown }));
}

type Add = (key: string, shown: string) => void;

function wordsIn(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(WORD)].map(([word]) => plainWord(word));
}

/** In small letters; digits all count as one; very long ones are known by how they begin. */
function plainWord(word: string): string {
  const small = word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\d+/g, (digits) => '0'.repeat(Math.min(digits.length, 4)));
  return small.length > LONGEST_WORD ? `${small.slice(0, 8)}…` : small;
}

function addWords(text: string, add: Add): void {
  let before = { plain: '', word: '' };
  for (const [word] of text.normalize('NFKC').matchAll(WORD)) {
    const plain = plainWord(word);
    add(plain, word);
    if (word.length > 2 && isShouted(word)) add(`loud ${plain}`, `${word}, in capitals`);
    if (before.plain) add(`${before.plain} ${plain}`, `${before.word} ${word}`);
    before = { plain, word };
  }
}

function isShouted(word: string): boolean {
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

function addLink(link: string, add: Add): void {
  const address = URL.parse(/^www\./i.test(link) ? `http://${link}` : link);
  if (!address) {
    add('link broken', 'a link that leads nowhere');
    return;
  }
  const { hostname, protocol, pathname, search } = address;
  if (protocol === 'mailto:') {
    add('link mail', 'a link to a mailbox');
    return;
  }
  const parts = hostname.split('.');
  if (/^[\d.]+$|:/.test(hostname)) add('link number', `${hostname} (a number for a name)`);
  for (let from = 0; from < parts.length; from += 1) {
    const domain = parts.slice(from).join('.');
    add(`link ${domain}`, from === parts.length - 1 ? `links to .${domain}` : domain);
  }
  for (const word of wordsIn(decoded(`${pathname} ${search}`)))
    add(`path ${word}`, `${word} (in a link)`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** How it is written, in a few coarse steps. */
function addManner(
  { plain, name, links }: { plain: string; name: string; links: number },
  add: Add,
): void {
  const letters = plain.match(/\p{L}/gu)?.length ?? 0;
  const capitals = plain.match(/\p{Lu}/gu)?.length ?? 0;
  const share = letters > 0 ? Math.floor((capitals / letters) * 10) : 0;
  if (share >= 2) add(`manner capitals ${Math.min(share, 5)}`, 'many capital letters');
  const calls = plain.match(/!/g)?.length ?? 0;
  if (calls > 0)
    add(`manner calls ${step(calls)}`, calls === 1 ? 'an exclamation mark' : 'exclamation marks');
  add(`manner links ${step(links)}`, linksInWords(links));
  add(`manner length ${step(letters)}`, '');
  if (/\p{Lu}{2}/u.test(name) && !/\p{Ll}/u.test(name))
    add('manner loud name', 'a name in capitals');
  if (/\d/.test(name)) add('manner number name', 'a number in the name');
  if (/[$€£]\s?\d/.test(plain)) add('manner money', 'sums of money');
  if (/<\/?[a-z][^>]*>|\[url|\[link/i.test(plain)) add('manner markup', 'HTML or BBCode');
  if (mixesScripts(plain)) add('manner mixed', 'letters of two scripts in one word');
  for (const script of SCRIPTS) {
    const its = plain.match(script.letters)?.length ?? 0;
    if (its * 2 > letters && its > 0)
      add(`manner script ${script.name}`, `written in ${script.name}`);
  }
}

function linksInWords(links: number): string {
  if (links === 0) return 'no link';
  return links === 1 ? 'a link' : `${links} links`;
}

const SCRIPTS = [
  { name: 'Latin', letters: /\p{Script=Latin}/gu },
  { name: 'Cyrillic', letters: /\p{Script=Cyrillic}/gu },
  { name: 'Arabic', letters: /\p{Script=Arabic}/gu },
  { name: 'Han', letters: /\p{Script=Han}/gu },
] as const;

/** A Cyrillic "а" among Latin letters looks like a word and is none. */
function mixesScripts(text: string): boolean {
  return /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u.test(
    text,
  );
}

/** 0, 1, 2, 3, 5, 9, 17, …: each step twice as wide as the one before. */
function step(count: number): number {
  return count < 3 ? count : 2 ** Math.floor(Math.log2(count - 1)) + 1;
}

function addSignals({ trap, proof, seconds }: Signals, add: Add): void {
  if (trap) add('signal trap', 'the field that people do not see was filled in');
  if (proof === 'wrong') add('signal wrong proof', 'a proof of work that was made up');
  if (proof === 'done') add('signal proof', 'the browser did the work that it was asked for');
  if (seconds !== null && seconds < FAST_SECONDS)
    add('signal fast', `sent after ${Math.floor(seconds)} s`);
}

/** Nobody reads a form, thinks and types in less. */
const FAST_SECONDS = 4;
