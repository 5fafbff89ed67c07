import { type Counts, type Kind, type Model, placeOf } from '#features/spam/model.ts';
import { type Trait, traitsOf, type Written } from '#features/spam/words.ts';

/** Something that counted: which way, and in how many texts of either kind it stood before. */
export type Clue = { shown: string; towards: Kind; spam: number; ham: number };

export type Score = {
  /** From 0 to 1; above a half it is spam. */
  score: number;
  verdict: 'spam' | 'unsure' | 'ham';
  /** What counted most, the strongest first. */
  because: Clue[];
};

const MOST_CLUES = 8;
/** What was seen once says little: each trait begins as if it had been seen half a time in each kind. */
const BEGINNING = 0.5;
/** No word alone decides. */
const MOST_ODDS = Math.log(9_999);
const SPAM = 0.5;
const UNSURE = 0.2;

/**
 * Naive Bayes over all traits, divided by the root of their number, because words that stand together
 * do not speak independently. Chosen, with the constants, by cross-validation: see docs/spam.md.
 */
export function scored(model: Model, written: Written): Score {
  const traits = traitsOf(written);
  const weighed = traits.map((trait) => weigh(trait, model));
  const sum = weighed.reduce((total, { odds }) => total + odds, 0);
  const clear = sum / Math.sqrt(weighed.length + 1) + doubt(model);
  const score = 1 / (1 + Math.exp(-clear));
  const because = weighed
    .filter(({ odds, clue }) => Math.abs(odds) > 0.5 && clue.shown !== '')
    .sort((a, b) => Math.abs(b.odds) - Math.abs(a.odds))
    .slice(0, MOST_CLUES)
    .map(({ clue }) => clue);
  return { score, verdict: verdictOn(score), because };
}

function verdictOn(score: number): Score['verdict'] {
  if (score > SPAM) return 'spam';
  return score > UNSURE ? 'unsure' : 'ham';
}

/** As long as little was decided here, only what is very clear is called spam. */
function doubt({ given, texts }: Model): number {
  return 1 - (3 * (given.spam + given.ham)) / (texts.spam + texts.ham);
}

function weigh({ key, shown }: Trait, model: Model): { odds: number; clue: Clue } {
  const seen = model.at(placeOf(key));
  const odds = oddsOf(seen, model.texts);
  return { odds, clue: { shown, towards: odds > 0 ? 'spam' : 'ham', ...seen } };
}

function oddsOf({ spam, ham }: Counts, texts: Counts): number {
  const [inSpam, inHam] = [spam / texts.spam, ham / texts.ham];
  if (inSpam + inHam === 0) return 0;
  const seen = spam + ham;
  const share = (BEGINNING / 2 + (seen * inSpam) / (inSpam + inHam)) / (BEGINNING + seen);
  return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, Math.log(share / (1 - share))));
}
