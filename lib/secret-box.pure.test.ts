import { expect, test } from 'vitest';
import { keyedDigest, openSecret, sealSecret } from '#lib/secret-box.ts';

test('a sealed secret opens for its owner, and shows nothing of itself', () => {
  const box = sealSecret('second-factor', 'JBSWY3DPEHPK3PXP', 'person1');
  expect(openSecret('second-factor', box, 'person1')).toBe('JBSWY3DPEHPK3PXP');
  expect(box.toString('latin1')).not.toContain('JBSWY3DP');
  expect(sealSecret('second-factor', 'JBSWY3DPEHPK3PXP', 'person1').equals(box)).toBe(false);
});

test('what was changed, moved to somebody else, or sealed for another purpose does not open', () => {
  const box = sealSecret('second-factor', 'secret', 'person1');
  expect(() => openSecret('second-factor', box, 'person2')).toThrow();
  expect(() => openSecret('recovery', box, 'person1')).toThrow();
  for (let at = 0; at < box.length; at += 1) {
    const changed = Buffer.from(box);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => openSecret('second-factor', changed, 'person1')).toThrow();
  }
});

test('a keyed digest is the same for the same text and purpose only', () => {
  expect(keyedDigest('recovery', 'a')).toBe(keyedDigest('recovery', 'a'));
  expect(keyedDigest('recovery', 'a')).not.toBe(keyedDigest('second-factor', 'a'));
  expect(keyedDigest('recovery', 'a')).not.toBe(keyedDigest('recovery', 'b'));
});
