import { type AuditRow, auditDigest, FIRST_DIGEST, payloadDigest } from '#db/audit.ts';

/** What is wrong with the log, and at which of its positions: `last` is the same for one row. */
export type Damage = {
  kind: 'changed' | 'removed' | 'inserted' | 'cut off' | 'payload' | 'unproved' | 'no head';
  position: number;
  last: number;
};

type Head = { position: number; digest: string };

/** So many removed rows are recognized although the later ones were numbered anew to hide it. */
const MOST_HIDDEN = 64;
/** After this much damage the log is beyond being described row by row. */
const MOST_DAMAGE = 100;

/**
 * Walks the chain, given row by row in the order of positions. A row that does not follow from the one
 * before is a suspect until the next row tells what happened to it.
 */
export class ChainWalk {
  readonly damage: Damage[] = [];
  rows = 0;
  erased = 0;
  readonly #head: Head | null;
  readonly #key: Buffer;
  /** The digest that the next row has to follow; null after rows that are gone. */
  #previous: string | null = FIRST_DIGEST;
  #position = 0;
  /** What has to be added to a stored position for the one that the digest covers. */
  #shift = 0;
  #suspects: AuditRow[] = [];

  constructor(head: Head | null, key: Buffer) {
    this.#head = head;
    this.#key = key;
  }

  get hopeless(): boolean {
    return this.damage.length >= MOST_DAMAGE;
  }

  next(row: AuditRow): void {
    this.rows += 1;
    if (row.position < 1) {
      this.#say('inserted', row.position);
      return;
    }
    this.#checkPayload(row);
    if (row.position > this.#position + 1) {
      this.#settleChanged();
      this.#say('removed', this.#position + 1, row.position - 1);
      this.#previous = null;
    }
    this.#position = row.position;
    if (this.#suspects.length > 0) this.#judge(row);
    else if (this.#follows(row, this.#previous)) this.#accept(row);
    else this.#suspects = [row];
  }

  /** After the last row: the end is compared with the head that is kept outside of the database. */
  end(): void {
    const original = this.#position + this.#shift;
    const isBeyond = (row: AuditRow) =>
      this.#head !== null && row.position + this.#shift > this.#head.position;
    const beyond = this.#suspects.filter(isBeyond);
    this.#suspects = this.#suspects.filter((row) => !isBeyond(row));
    this.#settleChanged();
    for (const row of beyond) this.#say('inserted', row.position);
    if (this.#head === null) {
      if (this.rows > 0) this.#say('no head', this.#position);
    } else if (original < this.#head.position) {
      this.#say('cut off', this.#position + 1, this.#head.position - this.#shift);
    }
  }

  #accept(row: AuditRow): void {
    this.#previous = row.digest;
    this.#suspects = [];
    const head = this.#head;
    // It follows, so whoever wrote it had the key; but it is not what this process once wrote.
    if (head && row.position + this.#shift === head.position && row.digest !== head.digest) {
      this.#say('changed', row.position);
    }
  }

  /** Says what became of the suspects, if this row tells; else it is one of them. */
  #judge(row: AuditRow): void {
    const suspects = this.#suspects;
    const last = suspects.at(-1) ?? row;
    if (this.#follows(row, last.digest) || this.#follows(row, this.#recomputed())) {
      this.#settleChanged();
    } else if (this.#previous !== null && this.#followsWithout(row, suspects.length)) {
      this.#say('inserted', suspects[0]?.position ?? 0, last.position);
    } else {
      const hidden = this.#hiddenBefore(row, last.digest);
      if (hidden === 0) {
        suspects.push(row);
        return;
      }
      this.#shift += hidden;
      this.#say('removed', suspects[0]?.position ?? 0);
    }
    this.#accept(row);
  }

  /** The digest that the only suspect would have, had nothing but its digest been changed. */
  #recomputed(): string | null {
    const [only, another] = this.#suspects;
    if (!only || another || this.#previous === null) return null;
    return auditDigest(this.#original(only), this.#previous, this.#key);
  }

  #followsWithout(row: AuditRow, suspects: number): boolean {
    if (this.#follows(row, this.#previous)) return true;
    this.#shift -= suspects;
    if (this.#follows(row, this.#previous)) return true;
    this.#shift += suspects;
    return false;
  }

  /** How many rows were taken out before the suspects, if those after were numbered anew; else 0. */
  #hiddenBefore(row: AuditRow, digest: string): number {
    for (let hidden = 1; hidden <= MOST_HIDDEN; hidden += 1) {
      if (this.#follows({ ...row, position: row.position + hidden }, digest)) return hidden;
    }
    return 0;
  }

  /** The first suspect was changed, and the others cannot be proved: the row before them is not there. */
  #settleChanged(): void {
    const [first, ...others] = this.#suspects;
    if (first && this.#previous !== null) this.#say('changed', first.position);
    for (const row of others) this.#say('unproved', row.position);
    this.#suspects = [];
  }

  #follows(row: AuditRow, digest: string | null): boolean {
    return digest !== null && auditDigest(this.#original(row), digest, this.#key) === row.digest;
  }

  #original(row: AuditRow): AuditRow {
    return this.#shift === 0 ? row : { ...row, position: row.position + this.#shift };
  }

  #checkPayload({ payload, salt, payloadDigest: expected, position }: AuditRow): void {
    if (payload === null) this.erased += 1;
    else if (payloadDigest(salt, payload) !== expected) this.#say('payload', position);
  }

  #say(kind: Damage['kind'], position: number, last = position): void {
    if (!this.hopeless) this.damage.push({ kind, position, last });
  }
}
