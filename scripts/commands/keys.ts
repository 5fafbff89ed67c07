import { Command } from 'commander';
import { rotateKeys } from '#features/addresses/commands.ts';
import { system } from '#features/people/actor.ts';
import { orRefused } from '#scripts/commands/refused.ts';

export function keysCommand(): Command {
  const keys = new Command('keys').description('the keys that addresses are under');
  keys
    .command('rotate')
    .description('make new keys; the mailer moves every address to them and destroys the old ones')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nAfterwards addresses in older backups cannot be opened any more: make a new backup then.\n"dateline doctor" says how far it is.',
    )
    .action(rotate);
  return keys;
}

async function rotate({ json }: { json?: boolean }): Promise<void> {
  const made = orRefused(await rotateKeys(system('command-line')));
  if (json) console.log(JSON.stringify(made));
  else {
    console.log('New addresses have new keys from now on.');
    console.log(
      'The mailer moves the others, and then destroys the old keys: see "dateline doctor".',
    );
  }
}
