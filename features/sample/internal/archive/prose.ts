import type { Dice } from '#features/sample/internal/archive/dice.ts';
import {
  type Cast,
  SENTENCE_COUNT,
  say,
  sentence,
} from '#features/sample/internal/archive/grammar.ts';
import type { Block } from '#features/stories/body.ts';

export type Prose = { body: { type: 'doc'; content: Block[] }; text: string; words: number };

/** Every so many words a longer story has a heading. */
const WORDS_A_HEADING = 320;
const STEPS = [5, 7, 9, 11, 13, 15, 17, 21, 23];

/** A text of at least `words` words in which no sentence comes twice before all have come. */
export function write(dice: Dice, cast: Cast, words: number): Prose {
  const content: Block[] = [];
  const lines: string[] = [];
  let written = 0;
  let nextHeading = WORDS_A_HEADING;
  let at = dice.below(SENTENCE_COUNT);
  const step = dice.pick(STEPS);
  const put = (line: string): string => {
    lines.push(line);
    written += wordsIn(line);
    return line;
  };
  while (written < words) {
    if (words > 600 && written > nextHeading && words - written > 80) {
      nextHeading += WORDS_A_HEADING;
      content.push(heading(put(say(dice, 'heading', cast))));
    }
    if (written > 60 && dice.happens(0.16)) {
      const line = put(say(dice, 'quote', cast));
      content.push(dice.happens(0.85) ? quote(dice, cast, line) : pullQuote(line));
      continue;
    }
    let paragraph = '';
    for (let left = dice.between(2, 4); left > 0; left -= 1) {
      paragraph += (paragraph && ' ') + sentence(dice, at, cast);
      at = (at + step) % SENTENCE_COUNT;
    }
    content.push({ type: 'paragraph', content: [{ type: 'text', text: put(paragraph) }] });
  }
  return { body: { type: 'doc', content }, text: lines.join('\n'), words: written };
}

function heading(text: string): Block {
  return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] };
}

function quote(dice: Dice, { critic, witness, person }: Cast, text: string): Block {
  const speaker = dice.pick([critic, witness, person]);
  const content = [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }];
  return { type: 'quote', attrs: { speaker, source: '' }, content };
}

function pullQuote(text: string): Block {
  return { type: 'pullQuote', content: [{ type: 'text', text }] };
}

/** Words between spaces: the grammar has no other way of parting them. */
function wordsIn(text: string): number {
  let words = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words += 1;
  return words;
}
