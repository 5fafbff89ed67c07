import { Command } from 'commander';
import { backupCommand } from '#scripts/commands/backup.ts';
import { doctorCommand } from '#scripts/commands/doctor.ts';
import { keysCommand } from '#scripts/commands/keys.ts';
import { provePrivacyCommand } from '#scripts/commands/prove-privacy.ts';
import { restoreCommand } from '#scripts/commands/restore.ts';
import { run } from '#scripts/commands/run.ts';
import { sampleCommand } from '#scripts/commands/sample.ts';
import { userCommand } from '#scripts/commands/user.ts';
import { verifyCommand } from '#scripts/commands/verify.ts';

await run(
  new Command('dateline')
    .description('Dateline’s command line. Run as: npm run -s dateline -- <command>')
    .configureOutput({ outputError: (text, write) => write(text) })
    .addCommand(backupCommand())
    .addCommand(doctorCommand())
    .addCommand(keysCommand())
    .addCommand(provePrivacyCommand())
    .addCommand(restoreCommand())
    .addCommand(sampleCommand())
    .addCommand(userCommand())
    .addCommand(verifyCommand()),
);
