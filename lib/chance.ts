import { createHash } from 'node:crypto';

/** Bytes that look random and are the same for the same seed, for `drawingFrom`. */
export function repeatableBytes(seed: string): (bytes: number) => Buffer {
  let drawn = 0;
  return (bytes) => {
    const blocks: Buffer[] = [];
    for (let length = 0; length < bytes; length += 32) {
      drawn += 1;
      blocks.push(createHash('sha256').update(`${seed}/${drawn}`).digest());
    }
    return Buffer.concat(blocks).subarray(0, bytes);
  };
}
