import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CROPS, type Crop, cropBox, cropPosition } from '#features/media/crops.ts';

const size = fc.integer({ min: 1, max: 12_000 });
const part = fc.double({ min: 0, max: 1, noNaN: true });
const crop = fc.constantFrom(...(Object.keys(CROPS) as Crop[]));

test('a crop has its ratio, lies in the picture, and is as large as it can be', () => {
  fc.assert(
    fc.property(size, size, part, part, crop, (width, height, focalX, focalY, name) => {
      const box = cropBox({ width, height, focalX, focalY }, CROPS[name]);
      expect(box.width / box.height).toBeCloseTo(CROPS[name], 6);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.left + box.width).toBeLessThanOrEqual(width + 1e-6);
      expect(box.top + box.height).toBeLessThanOrEqual(height + 1e-6);
      expect(Math.abs(box.width - width) < 1e-6 || Math.abs(box.height - height) < 1e-6).toBe(true);
    }),
  );
});

test('the focal point is in every crop, wherever it is', () => {
  fc.assert(
    fc.property(size, size, part, part, crop, (width, height, focalX, focalY, name) => {
      const box = cropBox({ width, height, focalX, focalY }, CROPS[name]);
      expect(focalX * width).toBeGreaterThanOrEqual(box.left - 1e-6);
      expect(focalX * width).toBeLessThanOrEqual(box.left + box.width + 1e-6);
      expect(focalY * height).toBeGreaterThanOrEqual(box.top - 1e-6);
      expect(focalY * height).toBeLessThanOrEqual(box.top + box.height + 1e-6);
    }),
  );
});

test.each<[number, number, string]>([
  [0.5, 0.5, '50.00% 50.00%'],
  [0, 0.5, '0.00% 50.00%'],
  [1, 0.5, '100.00% 50.00%'],
  // 400 wide of 600: the box begins at 220 of at most 200, so at the very edge.
  [0.7, 0.5, '100.00% 50.00%'],
  [0.4, 0.5, '20.00% 50.00%'],
])('the preview stands where the darkroom cuts: focal point at %d, %d', (focalX, focalY, at) => {
  expect(cropPosition({ width: 600, height: 400, focalX, focalY }, 1)).toBe(at);
});
