import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** One encoding of a finished answer, with its header lines as Node writes them: name, value, … */
export type Variant = {
  readonly etag: string;
  readonly head: string[];
  /** The lines of a 304, which says nothing about a body. */
  readonly unchanged: string[];
  readonly body: Buffer;
};

export type Print = {
  status: number;
  type: string;
  /** Lines that every variant has: caching, security. */
  lines: readonly string[];
  tags: readonly string[];
  /** When the render began, on the ledger's scale. */
  begun: number;
  body: Buffer;
};

/** A finished answer in the encodings it was made in. Nothing in it changes but `seen`. */
export class Sheet {
  readonly status: number;
  readonly tags: readonly string[];
  readonly begun: number;
  readonly size: number;
  /** The ledger's generation at which this was last found fresh. */
  seen = -1;
  readonly #variants: ReadonlyMap<Encoding, Variant>;

  constructor(print: Print, variants: ReadonlyMap<Encoding, Variant>) {
    this.status = print.status;
    this.tags = print.tags;
    this.begun = print.begun;
    this.#variants = variants;
    let size = 0;
    for (const { head, body } of variants.values()) size += body.byteLength + head.length * 64;
    this.size = size;
  }

  in(encoding: Encoding): Variant {
    const variant = this.#variants.get(encoding) ?? this.#variants.get('identity');
    if (!variant) throw new Error('a sheet always has an identity variant');
    return variant;
  }
}

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** At 9 a story takes some milliseconds, once, and is as small as at the slow 11 within 2 %. */
const BROTLI_QUALITY = 9;

export async function print(of: Print, encodings: readonly Encoding[] = ENCODINGS): Promise<Sheet> {
  const digest = createHash('sha256').update(of.type).update(of.body).digest('base64url');
  const made = await Promise.all(
    encodings
      .filter((encoding) => encoding !== 'identity')
      .map(async (encoding) => [encoding, await encode(of.body, encoding)] as const),
  );
  const variants = new Map<Encoding, Variant>();
  for (const [encoding, body] of [['identity', of.body] as const, ...made]) {
    const etag = `"${digest.slice(0, 22)}${SUFFIX[encoding]}"`;
    const shared = [...of.lines, 'ETag', etag];
    const entity = ['Content-Type', of.type, 'Content-Length', String(body.byteLength)];
    if (encoding !== 'identity') entity.push('Content-Encoding', encoding);
    variants.set(encoding, { etag, head: [...entity, ...shared], unchanged: shared, body });
  }
  return new Sheet(of, variants);
}

/** A strong entity tag names bytes, so each encoding has its own. */
const SUFFIX = { identity: '', gzip: '-g', br: '-b' } satisfies Record<Encoding, string>;

function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return deflate(body, { level: 9 });
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
    },
  });
}
