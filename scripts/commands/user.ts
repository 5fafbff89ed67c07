import { text } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { ROLES } from '#db/schema/people.ts';
import { system } from '#features/people/actor.ts';
import { addPerson } from '#features/people/commands.ts';
import { orRefused } from '#scripts/commands/refused.ts';

type AddOptions = {
  email: string;
  name: string;
  role: string;
  passwordStdin?: boolean;
  json?: boolean;
};

export function userCommand(): Command {
  const user = new Command('user').description('staff accounts');
  user
    .command('add')
    .description('add a member of staff')
    .requiredOption('--email <address>', 'address to sign in with')
    .requiredOption('--name <name>', 'name as it stands in a byline')
    .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory())
    .option('--password-stdin', 'read the password from standard input; else there is none yet')
    .option('--json', 'print the result as JSON')
    .action(add);
  return user;
}

async function add({ passwordStdin, json, ...person }: AddOptions): Promise<void> {
  const password = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
  const { id } = orRefused(await addPerson(system('command-line'), { ...person, password }));
  console.log(json ? JSON.stringify({ id }) : `Added ${person.name} (${person.role}).`);
}
