import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { recordAudit } from '#db/audit.ts';
import { putStore, storesAreUsed } from '#db/copies.ts';
import { dialect } from '#db/dialect.ts';
import { identityStore } from '#db/identity.ts';
import { personKeysStore, readPersonKeys } from '#db/person-keys.ts';
import { erasures, personKeys } from '#db/person-keys-schema.ts';
import { people } from '#db/schema/people.ts';
import { closeStores, read, STORES, store, transaction } from '#db/store.ts';
import { replayErasures } from '#features/addresses/erasing.ts';
import { notedErasures } from '#features/addresses/erasure-log.ts';
import { notedRedactions } from '#features/holds/redaction-log.ts';
import { replayRedactions } from '#features/law/jobs.ts';
import { eraseTextsUnder } from '#features/letters/jobs.ts';
import { actorName, system } from '#features/people/actor.ts';
import { env } from '#lib/env.ts';
import { OperatorError } from '#lib/errors.ts';
import { keysFolder } from '#lib/keys.ts';
import { digestOfFile, type Manifest, ORDINARY, readManifest } from '#scripts/backup/places.ts';

export type RestoreReport = {
  madeAt: Date;
  /** Where persons' keys come from; without any, no address can be opened. */
  keys: 'here' | 'apart' | 'none';
  /** How many people were erased since, and are so again. */
  erased: number;
  /** What was redacted since, or taken away by its writer, and is so again. */
  redacted: number;
  /** What could not be redacted again, each in a sentence. */
  notRedacted: string[];
  media: boolean;
};

type Options = { apart?: string; replace?: boolean };

/**
 * Brings a site back as it was when the backup was made, less whoever was erased and whatever was redacted
 * since. Persons' keys that are here are newer than any copy and stay.
 */
export async function restore(
  from: string,
  { apart, replace = false }: Options = {},
): Promise<RestoreReport> {
  const folder = resolve(from);
  const keptApart = resolve(apart ?? join(dirname(folder), 'apart'));
  const backup = await checked(folder, ORDINARY);
  const keysApart = existsSync(keptApart) ? await checked(keptApart, ['person-keys']) : null;
  if (!replace && (await somethingIsHere())) {
    throw new OperatorError(
      'There is a newsroom here already. With --replace the backup takes its place.',
    );
  }
  await closeStores();
  if (await storesAreUsed(STORES)) {
    throw new OperatorError(
      'The site is running, or something else has its database open: stop it.',
    );
  }
  if (keysApart) bringKeys(join(keptApart, 'keys'));
  for (const copy of backup.copies) await putStore(copy, folder);
  const keys = await bringPersonKeys(keysApart, keptApart);
  const media = bringFiles(folder);
  await store().ready();
  await identityStore().ready();
  const logs = [env().dataDir, keptApart];
  const { erased, textsOf } = await replayErasures(logs.flatMap(notedErasures));
  await eraseTextsUnder(textsOf);
  const { redacted, failed } = await replayRedactions(logs.slice(1).flatMap(notedRedactions));
  await recordRestore(backup.madeAt);
  await closeStores();
  return { madeAt: backup.madeAt, keys, erased, redacted, notRedacted: failed, media };
}

async function recordRestore(madeAt: Date): Promise<void> {
  await transaction((tx) =>
    recordAudit(tx, {
      actor: actorName(system('command-line')),
      act: 'site.restore',
      noun: 'site',
      thingId: 'site',
      payload: { madeAt },
    }),
  );
}

/** The manifest of a folder whose copies are whole and fit to the database that there is. */
async function checked(folder: string, stores: readonly string[]): Promise<Manifest> {
  const manifest = readManifest(folder);
  for (const name of stores) {
    const copy = manifest.copies.find((one) => one.store === name);
    const file = join(folder, copy?.file ?? '');
    if (!copy || !existsSync(file) || (await digestOfFile(file)) !== copy.sha256) {
      throw new OperatorError(`The backup ${folder} is damaged: ${name} is not as it was copied.`);
    }
    if (copy.dialect !== dialect()) {
      throw new OperatorError(
        `The backup ${folder} was made of another kind of database (${copy.dialect}).`,
      );
    }
  }
  return manifest;
}

/** What cannot be read counts as something. */
async function somethingIsHere(): Promise<boolean> {
  try {
    return (await read.select({ id: people.id }).from(people).limit(1)).length > 0;
  } catch {
    return true;
  }
}

/** Keys that are here stay: what is sealed here was sealed with them. */
function bringKeys(from: string): void {
  const { mailerKeys } = env();
  const bring = (source: string, target: string) => {
    if (existsSync(source)) {
      mkdirSync(target, { recursive: true, mode: 0o700 });
      for (const entry of readdirSync(source, { withFileTypes: true })) {
        const to = join(target, entry.name);
        if (entry.isFile() && !existsSync(to)) cpSync(join(source, entry.name), to);
      }
    }
  };
  bring(from, keysFolder());
  bring(join(from, 'mailer'), mailerKeys);
}

async function bringPersonKeys(
  manifest: Manifest | null,
  folder: string,
): Promise<RestoreReport['keys']> {
  await personKeysStore().ready();
  const [key] = await readPersonKeys().select().from(personKeys).limit(1);
  const [erasure] = await readPersonKeys().select().from(erasures).limit(1);
  await closeStores();
  if (key ?? erasure) return 'here';
  for (const copy of manifest?.copies ?? []) await putStore(copy, folder);
  return manifest ? 'apart' : 'none';
}

function bringFiles(folder: string): boolean {
  const { dataDir, s3Url } = env();
  const head = join(folder, 'audit-head');
  if (existsSync(head)) cpSync(head, join(dataDir, 'audit-head'));
  const media = join(folder, 'media');
  if (s3Url !== undefined || !existsSync(media)) return false;
  cpSync(media, join(dataDir, 'media'), { recursive: true });
  return true;
}
