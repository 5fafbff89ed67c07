import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { copyStore } from '#db/copies.ts';
import { identityStore } from '#db/identity.ts';
import { personKeysStore } from '#db/person-keys.ts';
import { type StoreName, store } from '#db/store.ts';
import { erasureLogIn } from '#features/addresses/erasure-log.ts';
import { closeOlderAddresses } from '#features/addresses/jobs.ts';
import { redactionLogIn } from '#features/holds/redaction-log.ts';
import { now } from '#lib/clock.ts';
import { env } from '#lib/env.ts';
import { errorCode, OperatorError } from '#lib/errors.ts';
import { keysFolder } from '#lib/keys.ts';
import { digestOfFile, lastBackupFile, type Manifest, ORDINARY } from '#scripts/backup/places.ts';

export type BackupReport = {
  folder: string;
  apart: string;
  /** False where the pictures are in a bucket, which has backups of its own. */
  media: boolean;
  /** False where the mailer has a user of its own, who copies the key. */
  mailerKey: boolean;
};

/**
 * Copies the site into a new folder inside of `into`, while it goes on running. Persons' keys, the
 * other keys and the logs of erasures and redactions go to `apart`, in the place of what was there before.
 */
export async function backUp(into: string, apart?: string): Promise<BackupReport> {
  const target = resolve(into);
  const keptApart = resolve(apart ?? join(target, 'apart'));
  const madeAt = now();
  const folder = join(target, madeAt.toISOString().replace(/[:.]/g, '-'));
  if (existsSync(folder)) throw new OperatorError(`${folder} is there already.`);
  const { dataDir, s3Url } = env();
  const media = s3Url === undefined;
  for (const opened of [store(), identityStore(), personKeysStore()]) await opened.ready();
  // What was sealed before persons had keys would be in the backup without one.
  await closeOlderAddresses();
  // First what is said, then whose it is: the other way round a comment could be left without anybody.
  await whole(folder, async (unfinished) => {
    await copyInto(unfinished, madeAt, ORDINARY);
    copyIfThere(join(dataDir, 'audit-head'), join(unfinished, 'audit-head'));
    if (media) copyIfThere(join(dataDir, 'media'), join(unfinished, 'media'));
  });
  let mailerKey = false;
  await whole(keptApart, async (unfinished) => {
    await copyInto(unfinished, madeAt, ['person-keys']);
    copyIfThere(erasureLogIn(dataDir), erasureLogIn(unfinished));
    copyIfThere(redactionLogIn(dataDir), redactionLogIn(unfinished));
    mailerKey = copyKeys(join(unfinished, 'keys'));
  });
  const last = { madeAt, folder, apart: keptApart };
  writeFileSync(lastBackupFile(), `${JSON.stringify(last)}\n`, { mode: 0o600 });
  return { folder, apart: keptApart, media, mailerKey };
}

/** Makes a folder beside its place and puts it there when it is whole. */
async function whole(folder: string, fill: (unfinished: string) => Promise<void>): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  try {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new OperatorError(`${folder} cannot be written to (${errorCode(error)}).`);
  }
  try {
    await fill(unfinished);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

async function copyInto(folder: string, madeAt: Date, stores: readonly StoreName[]): Promise<void> {
  const copies: Manifest['copies'] = [];
  for (const store of stores) {
    const copy = await copyStore(store, folder);
    copies.push({ ...copy, sha256: await digestOfFile(join(folder, copy.file)) });
  }
  const manifest: Manifest = { madeAt, copies };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2), { mode: 0o600 });
}

function copyIfThere(from: string, to: string): void {
  if (existsSync(from))
    cpSync(from, to, { recursive: true, filter: (file) => !/\.part$/.test(file) });
}

/** All that this user may read. Returns whether the mailer's key was among it. */
function copyKeys(to: string): boolean {
  const { mailerKeys } = env();
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const ours = existsSync(keysFolder()) ? readdirSync(keysFolder(), { withFileTypes: true }) : [];
  for (const entry of ours) {
    if (entry.isFile()) cpSync(join(keysFolder(), entry.name), join(to, entry.name));
  }
  try {
    cpSync(mailerKeys, join(to, 'mailer'), { recursive: true });
    return true;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'ENOENT'].includes(errorCode(error))) throw error;
    return false;
  }
}
