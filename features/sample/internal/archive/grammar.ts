import type { Dice } from '#features/sample/internal/archive/dice.ts';

/** What one story is about, so that its sentences speak of the same people and places. */
export type Cast = Record<
  'topic' | 'town' | 'other' | 'person' | 'critic' | 'witness' | 'body',
  string
>;

const LISTS = {
  role: [
    'who chairs the committee',
    'who led the inquiry',
    'an engineer by training',
    'who has run the office for nine years',
    'a former magistrate',
    'who speaks for the owners',
    'the deputy mayor',
    'who represents the district',
    'who teaches at the technical college',
    'head of the local union',
    'who wrote the report',
    'a retired surveyor',
  ],
  amount: [
    '40 million',
    'just under 3 million',
    '12 million',
    'close to 900,000',
    'some 65 million',
    '7.5 million',
    'a little over 200 million',
    '18 million',
  ],
  share: [
    'a third',
    'almost half',
    'two in five',
    'one in eight',
    'three quarters',
    'just over 60 per cent',
    '31 per cent',
  ],
  rise: ['a third', 'almost half', 'a tenth', '12 per cent', 'a quarter'],
  span: [
    'within six weeks',
    'by the end of the year',
    'over the next two winters',
    'before the summer recess',
    'in the coming decade',
    'within eighteen months',
    'after the next election',
  ],
  past: [
    'four years ago',
    'in the spring',
    'last autumn',
    'a generation ago',
    'two summers ago',
    'at the turn of the century',
    'in the first week of May',
    'shortly before Christmas',
  ],
  thing: [
    'the old pumping station',
    'the harbour wall',
    'the grain exchange',
    'the northern bypass',
    'the archive in the town hall',
    'the hospital laundry',
    'the ferry terminal',
    'the covered market',
    'the reading room',
    'the signal box',
    'the river gauge',
    'the weaving mill',
  ],
  crowd: [
    'shopkeepers',
    'commuters',
    'parents',
    'tenants',
    'allotment holders',
    'apprentices',
    'pensioners',
    'growers',
    'night workers',
    'visitors',
  ],
  document: [
    'a report of 140 pages',
    'minutes that were released on request',
    'a letter seen by this newspaper',
    'figures published on Tuesday',
    'a survey of 2,400 households',
    'the annual accounts',
    'an audit that took eleven months',
    'evidence given under oath',
  ],
  manner: [
    'with some reluctance',
    'by a narrow majority',
    'without a vote',
    'after a long evening',
    'to the surprise of nobody',
    'in plain terms',
    'against the advice of its own lawyers',
    'on the third attempt',
  ],
  weather: [
    'It was raining',
    'The fog had not lifted',
    'There was frost on the quay',
    'The day was warm for the season',
    'A wind came up from the estuary',
  ],
} satisfies Record<string, string[]>;

/** Sentences with gaps. Plain letters only: what is searched and counted is the words. */
const SENTENCES = [
  'The council of {town} has agreed {manner} to spend {amount} on {thing}.',
  'According to {document}, {share} of the {crowd} in {town} had never been asked.',
  'The work is to begin {span} and will be paid for in equal parts by the town and by {body}.',
  '{person}, {role}, said that nobody had expected the question to return so soon.',
  'That would have been unthinkable {past}, when {thing} stood empty and the trains did not stop.',
  'Critics point out that {body} made a similar promise {past} and kept about {share} of it.',
  '{critic}, {role}, called the plan a bill that had been sent to the wrong address.',
  'In {other}, where the same thing was tried {past}, the cost rose by {rise} before it fell.',
  '{weather} when the first {crowd} arrived, and by noon the queue reached as far as {thing}.',
  'Officials at {body} would not say how many people had left, but {document} gives the number as 214.',
  'For {crowd} in the lower town it is less a matter of money than of being told in time.',
  'What happens next depends on a hearing in {other}, which has been put off twice.',
  'The rules on {topicLower} have not been changed since they were written {past}.',
  'A decision is expected {span}, although {body} has missed each of its last four dates.',
  'Both sides agree on one point, which is that {thing} cannot be left as it is.',
  'Of the {amount} set aside for the purpose, {share} has been spent on advice.',
  '{witness} has lived opposite {thing} for thirty years and keeps a notebook of what goes in and out.',
  'The figures are disputed by {body}, which counts only those who gave an address.',
  'People who know {person} say that the matter was settled over the telephone on a Sunday.',
  'Similar projects in {town} and {other} were finished late but cost less than planned.',
  'If the court agrees, {crowd} will be able to claim back what they have paid {span}.',
  'It took two readings and a recount before the chair could declare the motion carried.',
  'The debate about {topicLower} has divided families in {town} that agree on everything else.',
  'An earlier draft had named {body} as the party at fault, and that sentence is gone.',
  'There is no map of the pipes, and the man who knew where they ran retired {past}.',
  'Those who want to read the plans may do so on weekdays in the hall beside {thing}.',
  '{share} of those who answered said they would rather wait than see it done badly.',
  'The minister is said to favour a third way, of which nothing has been written down.',
  'Nobody was hurt, and the road to {other} was open again before the evening.',
  'By then {critic} had already left the room, and the vote was taken {manner}.',
  'The price of doing nothing is put at {amount} a year, most of it borne by {crowd}.',
  'Engineers found that the damage was older than they had thought and, for that reason, cheaper to mend.',
  'In the archive of {town} there is a letter from 1911 that makes the same complaint in the same words.',
  'A spokeswoman for {body} said that the letter had been answered and the answer had been lost.',
  'The experts were asked for two opinions and delivered three.',
  'On the steps outside, {witness} sold tea to both camps and took no side.',
  'Whether that is enough will be seen {span}, when the first results from {other} are in.',
  'It is the smallest of the changes that will be noticed first, because it has to do with the bins.',
];

const QUOTES = [
  'We were told to wait, and we have become very good at it.',
  'I do not mind the noise. I mind that nobody can tell me what it is for.',
  'If you ask ten people about {topicLower} you get ten answers, and every one of them has a cousin who was there.',
  'The money was always there. What was missing was a signature.',
  'I would sign it tomorrow if somebody showed me the second page.',
  'You cannot repair {thing} with a press release.',
  'My grandmother stood here with the same banner, and it still fits.',
  'They counted the chairs and forgot the people who had to stand.',
  'In {other} they did it with half as much and finished a week early.',
  'Somebody has to go first, and I would rather it were {town}.',
];

const HEADLINES = [
  '{town} votes for {topicLower} plan by a single hand',
  'What {town} learned from {other} about {topicLower}',
  'Who pays for {thing}?',
  '{body} misses its own date for the fourth time',
  'Inquiry into {topicLower} names nobody',
  '{town}: {thing} to open again',
  'The long argument about {topicLower}, explained',
  '{crowdUpper} in {town} ask to be told in time',
  '{person} says no',
  'Two towns, one river and a quarrel about {topicLower} that neither can afford to win',
  'After thirty years, a letter about {thing} is answered',
  'Court in {other} sends {topicLower} case back to the beginning, and both sides claim to be pleased',
  '{town} in the dark',
  'Why {topicLower} will not be settled this year',
  'A price for {thing}',
  '{body} publishes what it had called unpublishable',
  'First results from {other} are better than feared',
  'The notebook of {witness}',
];

const HEADINGS = [
  'What the figures say',
  'A quarrel with a history',
  'Who decides',
  'What happens next',
  'The view from {other}',
  'An older promise',
];

const REMARKS = [
  'I live in {town}, and this is the first I have heard of it.',
  'Thank you for asking the people who have to use {thing}.',
  'In {other} they tried this {past}. Look at it now.',
  'What does {body} say to that?',
  'I was there. It was shorter than you make it sound.',
  'Nobody mentions {topicLower}, which is what it is all about.',
  '{critic} has a point, for once.',
  'My father worked at {thing} for forty years and would have laughed.',
  'Could you publish the whole of the report?',
  'I disagree with nearly every word and am glad that I have read it.',
  'Two years from now we shall read the same story with another date.',
  'The bus still does not run on Sundays.',
  '{share} of the {crowd} I know would say the same.',
  'You have the figure right, but not what it means.',
  'Who checks the checkers?',
  'A good piece. More of this, please, and less of the other thing.',
  'There is a simpler explanation, and it is the money.',
  'I wrote to {body} in March and have had no answer.',
];

type Template = { parts: string[]; gaps: string[] };

function compiled(templates: readonly string[]): Template[] {
  return templates.map((template) => ({
    parts: template.split(/\{\w+\}/),
    gaps: [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
  }));
}

const SETS = {
  quote: compiled(QUOTES),
  headline: compiled(HEADLINES),
  heading: compiled(HEADINGS),
  remark: compiled(REMARKS),
};
const COMPILED = compiled(SENTENCES);
export const SENTENCE_COUNT = COMPILED.length;

/** A quotation, headline, heading or reader's remark about the cast, beginning with a capital. */
export function say(dice: Dice, kind: keyof typeof SETS, cast: Cast): string {
  return spoken(dice, dice.pick(SETS[kind]), cast);
}

/** The sentence of this number, with its gaps filled anew. */
export function sentence(dice: Dice, number: number, cast: Cast): string {
  const template = COMPILED[number];
  if (!template) throw new Error(`there is no sentence ${number}`);
  return spoken(dice, template, cast);
}

function spoken(dice: Dice, { parts, gaps }: Template, cast: Cast): string {
  let text = parts[0] ?? '';
  for (let n = 0; n < gaps.length; n += 1) text += filled(dice, gaps[n] ?? '', cast) + parts[n + 1];
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function filled(dice: Dice, gap: string, cast: Cast): string {
  if (gap in cast) return cast[gap as keyof Cast];
  if (gap === 'topicLower') return cast.topic.toLowerCase();
  if (gap === 'crowdUpper') return dice.pick(LISTS.crowd);
  return dice.pick(LISTS[gap as keyof typeof LISTS]);
}
