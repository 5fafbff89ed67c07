import { type Command, CommanderError } from 'commander';
import { closeStores, store } from '#db/store.ts';
import { OperatorError } from '#lib/errors.ts';
import { Refused } from '#scripts/commands/refused.ts';

/** Runs a program to its end: exit 0 done, 1 refused or failed, 2 wrong usage. */
export async function run(program: Command): Promise<void> {
  throwOnUsage(program);
  program.hook('preAction', (_program, command) => opened(command.name()));
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = explain(error);
  } finally {
    await closeStores();
  }
}

/** What is to be brought back may be missing or damaged. */
async function opened(command: string): Promise<void> {
  if (command !== 'restore') await store().ready();
}

/** Else commander ends the process by itself, with 1 for wrong usage. */
function throwOnUsage(command: Command): void {
  command.exitOverride();
  for (const inner of command.commands) throwOnUsage(inner);
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof OperatorError || error instanceof Refused) {
    console.error(error.message);
    return 1;
  }
  console.error(error);
  return 1;
}
