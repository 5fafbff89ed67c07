/**
 * The house rules that a rejection names: to its writer, and in the public count. The order is that of
 * the keys 1 to 9 in the queue.
 */
export const HOUSE_RULES = [
  { rule: 'spam', name: 'Advertising', words: 'It advertises something, or is sent everywhere.' },
  { rule: 'insult', name: 'Insults', words: 'It insults or threatens somebody.' },
  { rule: 'hatred', name: 'Hatred', words: 'It attacks people for what they are.' },
  { rule: 'private', name: 'Private matters', words: 'It tells what is private of somebody.' },
  { rule: 'off-topic', name: 'Off the subject', words: 'It has nothing to do with the story.' },
  { rule: 'false', name: 'False claims', words: 'It claims as a fact what is known to be wrong.' },
  { rule: 'illegal', name: 'Against the law', words: 'The law forbids publishing it.' },
  { rule: 'unreadable', name: 'Not readable', words: 'It cannot be understood.' },
  { rule: 'repeated', name: 'Said before', words: 'The same was said already.' },
] as const;

export type HouseRule = (typeof HOUSE_RULES)[number]['rule'];

/** What the pipeline rejects by itself, in the words of its writer's page. */
const OWN_RULES = [
  { rule: 'banned', name: 'Banned', words: 'You are banned from commenting here.' },
  {
    rule: 'word',
    name: 'A word that is not published here',
    words: 'It has a word that is not published here.',
  },
] as const;

/** A rule as people read it; null for what names none. */
export function ruleNamed(rule: string): { name: string; words: string } | null {
  return [...HOUSE_RULES, ...OWN_RULES].find((one) => one.rule === rule) ?? null;
}

export function isHouseRule(rule: string): rule is HouseRule {
  return HOUSE_RULES.some((one) => one.rule === rule);
}
