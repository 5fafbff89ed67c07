import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

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
  /** False for what does not get smaller: it has one encoding. */
  compress: boolean;
  /** Lines that every variant has: caching, security. */
  lines: readonly string[];
  tags: readonly string[];
  /** When the render began, on the ledger's scale. */
  begun: number;
  body: Buffer;
};

/**
 * A finished answer. An encoding that somebody asks for is made at once and quickly; `fine` makes all
 * of them small, which takes long. Strong entity tags name bytes, so each has one of its own.
 */
export class Sheet {
  readonly status: number;
  readonly tags: readonly string[];
  readonly begun: number;
  readonly size: number;
  readonly #print: Print;
  readonly #digest: string;
  readonly #variants: Map<Encoding, Variant>;

  constructor(print: Print, fine?: ReadonlyMap<Encoding, Buffer>) {
    this.#print = print;
    this.status = print.status;
    this.tags = print.tags;
    this.begun = print.begun;
    const digest = createHash('sha256').update(print.type).update(print.body).digest('base64url');
    this.#digest = digest.slice(0, 22);
    this.#variants = new Map([['identity', this.#variant('identity', print.body, '')]]);
    let compressed = 0;
    for (const [encoding, body] of fine ?? []) {
      this.#variants.set(encoding, this.#variant(encoding, body, FINE[encoding]));
      compressed += body.byteLength;
    }
    this.size = print.body.byteLength + (fine ? compressed : print.body.byteLength) + HEADS;
  }

  in(encoding: Encoding): Variant {
    const wanted = this.#print.compress ? encoding : 'identity';
    const made = this.#variants.get(wanted);
    if (made) return made;
    const body = QUICKLY[wanted](this.#print.body);
    const variant = this.#variant(wanted, body, QUICK[wanted]);
    this.#variants.set(wanted, variant);
    return variant;
  }

  /** The same answer with every encoding as small as it gets. */
  async fine(): Promise<Sheet> {
    const { body, compress } = this.#print;
    if (!compress) return this;
    const [br, gz] = await Promise.all([
      brotli(body, brotliOptions(body, FINE_BROTLI)),
      deflate(body, { level: 9 }),
    ]);
    const made = new Map<Encoding, Buffer>([
      ['br', br],
      ['gzip', gz],
    ]);
    return new Sheet(this.#print, made);
  }

  #variant(encoding: Encoding, body: Buffer, suffix: string): Variant {
    const { lines, type } = this.#print;
    const etag = `"${this.#digest}${suffix}"`;
    const shared = [...lines, 'ETag', etag];
    const entity = ['Content-Type', type, 'Content-Length', String(body.byteLength)];
    if (encoding !== 'identity') entity.push('Content-Encoding', encoding);
    return { etag, head: [...entity, ...shared], unchanged: shared, body };
  }
}

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** What the header lines of all variants weigh, roughly. */
const HEADS = 4096;
const FINE: Record<Encoding, string> = { identity: '', gzip: '-g', br: '-b' };
const QUICK: Record<Encoding, string> = { identity: '', gzip: '-gq', br: '-bq' };

/** At 9 a page is as small as at the slow 11 within 2 %; at 1 it takes a tenth of a millisecond. */
const FINE_BROTLI = 9;
const QUICK_BROTLI = 1;
const QUICK_GZIP = 1;

const QUICKLY: Record<Encoding, (body: Buffer) => Buffer> = {
  br: (body) => brotliCompressSync(body, brotliOptions(body, QUICK_BROTLI)),
  gzip: (body) => gzipSync(body, { level: QUICK_GZIP }),
  identity: (body) => body,
};

/** A window as small as the page: the encoder takes and clears memory for all of it. */
function brotliOptions(body: Buffer, quality: number) {
  const window = Math.min(22, Math.max(16, Math.ceil(Math.log2(body.byteLength + 1))));
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: window,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
    },
  };
}
