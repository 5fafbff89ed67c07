import { Command } from 'commander';
import { dialect } from '#db/dialect.ts';
import { system } from '#features/people/actor.ts';
import { recordProof } from '#features/proof/commands.ts';
import { env } from '#lib/env.ts';
import { orRefused } from '#scripts/commands/refused.ts';
import type { CopiedSite } from '#scripts/proof/copying.ts';
import { prove } from '#scripts/proof/prove.ts';
import { reportOf } from '#scripts/proof/report.ts';

type Options = { thisSite?: boolean; most?: string; json?: boolean };

export function provePrivacyCommand(): Command {
  return new Command('prove-privacy')
    .description(
      'prove that commenters’ addresses reach nobody: two sites, alike but for addresses',
    )
    .option('--this-site', 'on a copy of this site, whose addresses are replaced by made-up ones')
    .option('--most <number>', 'of a kind of page read at most so many')
    .option('--json', 'print all that was compared as JSON')
    .addHelpText(
      'after',
      '\nWhat it found is kept, and readers see its date and digest at /privacy/comments.' +
        '\nEnds with 0 if nothing differed, and with 1 if something did or a page was left out.',
    )
    .action(provePrivacy);
}

async function provePrivacy(
  { thisSite: onCopy, most, json }: Options,
  command: Command,
): Promise<void> {
  if (most !== undefined && !/^[1-9]\d{0,6}$/.test(most)) {
    command.error('error: --most takes a number');
  }
  const proof = await prove({
    ...(most === undefined ? {} : { most: Number(most) }),
    ...(onCopy ? { copyOf: thisSite() } : {}),
    say: (what) => console.error(`${what} …`),
  });
  console.log(json ? JSON.stringify(proof) : reportOf(proof).join('\n'));
  const { provedOn, held, digest, observations, differences } = proof;
  const found = { provedOn, held, digest, observations, differences: differences.length };
  orRefused(await recordProof(system('prove-privacy'), found));
  if (!held) process.exitCode = 1;
}

function thisSite(): CopiedSite {
  const { databaseUrl, dataDir } = env();
  return dialect() === 'postgres' ? { dataDir, databaseUrl } : { dataDir };
}
