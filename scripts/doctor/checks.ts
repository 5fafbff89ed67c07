import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { dialect } from '#db/dialect.ts';
import { rolesInForce } from '#db/roles.ts';
import { type AddressHealth, healthOfAddresses } from '#features/addresses/health.ts';
import { now } from '#lib/clock.ts';
import { env, mailIsOn } from '#lib/env.ts';
import { hasOldMailerKey, mailerKeysElsewhere, writtenPublicKey } from '#lib/mailer-public.ts';
import { mailerStatus } from '#lib/mailer-status.ts';
import { lastBackup } from '#scripts/backup/places.ts';

/**
 * `strong`: a protection that is in force. `weak`: one that is not, with what that means. `broken`:
 * something does not work. `note`: what is good to know.
 */
export type Check = { about: string; state: 'strong' | 'weak' | 'broken' | 'note'; says: string };

/** What is true of this site on this machine, for the user who asks. Nothing is changed. */
export async function examine(): Promise<Check[]> {
  const health = await healthOfAddresses();
  return [
    mailerKey(),
    mailer(),
    ...fileModes(),
    ...(await databaseRoles()),
    mail(),
    ...outbox(),
    ...letters(health),
    ...keys(health),
    backups(),
    {
      about: 'erasures',
      state: 'note',
      says: `${people(health.erased)} erased. A restore erases them again.`,
    },
  ];
}

const people = (number: number) => (number === 1 ? '1 person was' : `${number} people were`);

function mailerKey(): Check {
  const about = 'the mailer’s key';
  const { mailerKeys } = env();
  if (hasOldMailerKey()) {
    return {
      about,
      state: 'weak',
      says: 'It lies beside the site’s own keys, from before the mailer was a process of its own, which takes it over when it starts.',
    };
  }
  if (!writtenPublicKey()) {
    return { about, state: 'note', says: 'There is none yet: it is made when the site starts.' };
  }
  if (!mailerKeysElsewhere()) {
    const root = process.getuid?.() === 0 ? ' This is root, who can read all keys anyway.' : '';
    return {
      about,
      state: 'weak',
      says: `The private key in ${mailerKeys} can be read by this user. If the site runs as the same user, whoever takes over the site’s process can open addresses: only a user of its own for the mailer keeps them apart.${root}`,
    };
  }
  if (!mailerStatus()?.running) {
    return {
      about,
      state: 'note',
      says: `The private key is not in ${mailerKeys}, or cannot be read by this user, and no mailer is running here. Either it belongs to a mailer that is to be started, or it is lost.`,
    };
  }
  return {
    about,
    state: 'strong',
    says: 'The private key cannot be read by this user: the site cannot open what it wrote, nor can whoever takes it over.',
  };
}

function mailer(): Check {
  const about = 'the mailer';
  const status = mailerStatus();
  if (!status?.running) {
    return {
      about,
      state: 'broken',
      says: 'It is not running on this machine. Comments work, letters wait. "npm start" starts it, or "node server/mailer.ts".',
    };
  }
  const own = process.getuid?.() ?? null;
  const whose = status.uid === own ? 'as the same user as this command' : `as user ${status.uid}`;
  return { about, state: 'note', says: `It is running (process ${status.pid}) ${whose}.` };
}

/** Files that others than their owner can read, inside of folders that others can enter. */
function fileModes(): Check[] {
  const { dataDir } = env();
  const about = 'files';
  const readable = [...openFiles(dataDir)].map((file) => file.slice(dataDir.length + 1));
  if (readable.length === 0) {
    return [{ about, state: 'strong', says: `No other user of this machine can read ${dataDir}.` }];
  }
  const some = readable.slice(0, 5).join(', ');
  const more = readable.length > 5 ? ` and ${readable.length - 5} more` : '';
  return [
    {
      about,
      state: 'weak',
      says: `Every user of this machine can read these files of DATA_DIR: ${some}${more}. "chmod 700 ${dataDir}" closes them.`,
    },
  ];
}

function* openFiles(folder: string): Generator<string> {
  if ((statSync(folder).mode & 0o005) !== 0o005) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    // Pictures are for everybody, and so is the key that only seals.
    if (entry.name === 'media' || entry.name === 'mailer-public') continue;
    if (entry.name === 'mailer-status') continue;
    if (entry.isDirectory()) yield* openFiles(path);
    else if (entry.isFile() && (statSync(path).mode & 0o004) !== 0) yield path;
  }
}

async function databaseRoles(): Promise<Check[]> {
  const about = 'database roles';
  if (dialect() === 'sqlite') {
    return [
      {
        about,
        state: 'note',
        says: 'SQLite has none: who reads the files has what is in them. Addresses and persons’ keys are files of their own.',
      },
    ];
  }
  return (await rolesInForce()).map(({ store, owner, readByUrl }) => ({
    about,
    state: readByUrl ? 'weak' : 'strong',
    says: readByUrl
      ? `The role of DATABASE_URL can read "${store}", which belongs to ${owner}. A role that is no superuser, and may make roles or was given them, keeps them apart.`
      : `"${store}" belongs to ${owner}, and the role of DATABASE_URL cannot read it.`,
  }));
}

function mail(): Check {
  const about = 'mail';
  return mailIsOn()
    ? { about, state: 'note', says: 'Mails go to the server that SMTP_URL names.' }
    : {
        about,
        state: 'weak',
        says: 'There is no SMTP_URL: mails are not sent but kept in DATA_DIR/outbox, with the addresses that they are for.',
      };
}

function outbox(): Check[] {
  const folder = join(env().dataDir, 'outbox');
  const mails = existsSync(folder) ? readdirSync(folder).length : 0;
  if (mails === 0) return [];
  return [
    {
      about: 'outbox',
      state: 'weak',
      says: `${mails} ${mails === 1 ? 'mail lies' : 'mails lie'} in ${folder}, with addresses that anybody who can read the folder can read.`,
    },
  ];
}

function letters({ letters: { waiting, overdue, givenUp } }: AddressHealth): Check[] {
  const about = 'letters';
  const checks: Check[] = [{ about, state: 'note', says: `${waiting} wait to be sent.` }];
  if (overdue > 0) {
    const says = `${overdue} should have been sent more than ten minutes ago: the mailer does not run, or the mail server refuses them.`;
    checks.push({ about, state: 'broken', says });
  }
  if (givenUp > 0) {
    checks.push({ about, state: 'note', says: `${givenUp} could not be sent and were given up.` });
  }
  return checks;
}

function keys(health: AddressHealth): Check[] {
  const about = 'addresses';
  const { addresses, personKeys, withoutPersonKey, underOlderKeys, changingKeys } = health;
  const checks: Check[] = [
    { about, state: 'note', says: `${addresses} known, and ${personKeys} keys of persons.` },
  ];
  if (withoutPersonKey > 0) {
    checks.push({
      about,
      state: 'weak',
      says: `${withoutPersonKey} are not under a key of their person yet: the mailer closes them when it starts.`,
    });
  }
  if (changingKeys) {
    const says = `Keys are being changed: ${underOlderKeys} addresses are still under older ones.`;
    checks.push({ about, state: 'note', says });
  } else if (underOlderKeys > 0) {
    const says = `${underOlderKeys} are under older keys and cannot be moved: they are not kept, or their person’s key is lost.`;
    checks.push({ about, state: 'note', says });
  }
  return checks;
}

const OLD_MS = 8 * 24 * 3_600_000;

function backups(): Check {
  const about = 'backups';
  const last = lastBackup();
  if (!last) {
    return { about, state: 'weak', says: 'None was made with "dateline backup" yet.' };
  }
  const { folder, apart, madeAt } = last;
  const within = apart.startsWith(`${join(folder, '..')}${sep}`);
  if (within) {
    return {
      about,
      state: 'weak',
      says: `Persons’ keys and the other keys (${apart}) lie with the backups that they open. Move them elsewhere, or name another place with --apart.`,
    };
  }
  const old = now().getTime() - madeAt.getTime() > OLD_MS;
  return {
    about,
    state: old ? 'weak' : 'strong',
    says: `The last one was made at ${madeAt.toISOString()}; keys are kept apart in ${apart}.`,
  };
}
