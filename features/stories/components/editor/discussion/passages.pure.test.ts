import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPassage, passageAt } from '#features/stories/components/editor/discussion/passages.ts';

const TEXT = 'The ferry left at dawn. Nobody spoke.\nThe ferry came back at noon. Nobody asked.';

/** The passage that these words are, the n-th time that they stand there. */
function selected(words: string, n = 0, text = TEXT) {
  let from = -1;
  for (let times = 0; times <= n; times += 1) from = text.indexOf(words, from + 1);
  const passage = passageAt(text, from, from + words.length);
  if (!passage) throw new Error(`"${words}" is not there`);
  return passage;
}

function found(text: string, words: string, n = 0) {
  const place = findPassage(text, selected(words, n));
  return place && { text: text.slice(place.from, place.to), exact: place.exact };
}

test('words that stand there twice are found where they were selected', () => {
  expect(findPassage(TEXT, selected('Nobody', 1))?.from).toBe(TEXT.lastIndexOf('Nobody'));
  const longer = `At first there was fog. ${TEXT}`;
  expect(findPassage(longer, selected('The ferry', 1))?.from).toBe(longer.lastIndexOf('The ferry'));
});

test('a passage whose inside was changed is known by its ends', () => {
  const text = TEXT.replace('came back at noon', 'came home again at noon');
  expect(found(text, 'The ferry came back at noon. Nobody asked.')).toEqual({
    text: 'The ferry came home again at noon. Nobody asked.',
    exact: false,
  });
});

test('one that was rewritten whole is known by what stands around it', () => {
  const text = TEXT.replace('Nobody spoke.', 'All were silent.');
  expect(found(text, 'Nobody spoke.')).toEqual({ text: 'All were silent.', exact: false });
});

test('one that was taken out is nowhere, and nothing is no passage', () => {
  expect(findPassage('Something else entirely.', selected('Nobody spoke.'))).toBeNull();
  expect(passageAt(TEXT, 5, 5)).toBeNull();
  expect(passageAt(TEXT, 3, 4)).toBeNull();
  expect(passageAt(TEXT, 3, 10)?.quote).toBe('ferry');
  expect(passageAt('x'.repeat(2_000), 0, 1_500)).toBeNull();
});

test('whatever is written before or after it, a passage is found with its own words', () => {
  const words = fc.string({ maxLength: 30 });
  fc.assert(
    fc.property(words, words, fc.nat(70), fc.integer({ min: 1, max: 30 }), (a, b, at, length) => {
      const passage = passageAt(TEXT, at, Math.min(at + length, TEXT.length));
      if (!passage) return;
      const place = findPassage(`${a}${TEXT}${b}`, passage);
      expect(place && `${a}${TEXT}${b}`.slice(place.from, place.to)).toBe(passage.quote);
    }),
  );
});
