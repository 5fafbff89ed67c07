import { Command } from 'commander';
import { type Check, examine } from '#scripts/doctor/checks.ts';

const SIGNS: Record<Check['state'], string> = { strong: '+', weak: '-', broken: '!', note: ' ' };

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say which protection of addresses is in force on this machine, and what is not')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nRun it as the user that the site runs as: what that user can read is the question.\nEnds with 0, or with 1 if something does not work.',
    )
    .action(doctor);
}

async function doctor({ json }: { json?: boolean }): Promise<void> {
  const checks = await examine();
  const ok = checks.every((check) => check.state !== 'broken');
  if (json) console.log(JSON.stringify({ ok, checks }));
  else {
    for (const { about, state, says } of checks) console.log(`${SIGNS[state]} ${about}: ${says}`);
    console.log('\n+ in force   - not in force   ! does not work');
  }
  if (!ok) process.exitCode = 1;
}
