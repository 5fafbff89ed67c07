import { Command } from 'commander';
import { addSample, makeArchive, removeSample } from '#features/sample/commands.ts';
import { orRefused } from '#scripts/commands/refused.ts';

type SampleOptions = {
  stories?: string;
  comments?: string;
  seed?: string;
  remove?: boolean;
  json?: boolean;
};

export function sampleCommand(): Command {
  return new Command('sample')
    .description('a small paper in an empty newsroom, or with --stories an archive of any size')
    .option('--stories <number>', 'make up an archive of so many stories instead')
    .option('--comments <number>', 'with so many comments in it')
    .option('--seed <text>', 'the same seed makes the same archive on the same day')
    .option('--remove', 'take away all that this command ever added')
    .option('--json', 'print the result as JSON')
    .action(sample);
}

async function sample({ json, remove, ...size }: SampleOptions, command: Command): Promise<void> {
  const say = (result: object, sentence: string) =>
    console.log(json ? JSON.stringify(result) : sentence);
  if (size.stories === undefined && (size.comments ?? size.seed) !== undefined) {
    command.error('error: --comments and --seed go with --stories');
  }
  if (remove) {
    const gone = orRefused(await removeSample());
    const { stories, comments, pictures } = gone;
    say(gone, `Took away ${stories} stories, ${comments} comments and ${pictures} pictures.`);
  } else if (size.stories !== undefined) {
    const made = orRefused(await makeArchive(size));
    say(made, `Made up an archive of ${made.stories} stories and ${made.comments} comments.`);
  } else {
    const added = orRefused(await addSample());
    say(added, `Added a sample newsroom with ${added.stories} stories.`);
  }
}
