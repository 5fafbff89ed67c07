import { Command } from 'commander';
import { addSample, removeSample } from '#features/sample/commands.ts';
import { orRefused } from '#scripts/commands/refused.ts';

type SampleOptions = { remove?: boolean; json?: boolean };

export function sampleCommand(): Command {
  return new Command('sample')
    .description('a small paper in an empty newsroom, to look around in')
    .option('--remove', 'take away all that this command ever added')
    .option('--json', 'print the result as JSON')
    .action(sample);
}

async function sample(options: SampleOptions): Promise<void> {
  const say = (result: object, sentence: string) =>
    console.log(options.json ? JSON.stringify(result) : sentence);
  if (options.remove) {
    const gone = orRefused(await removeSample());
    const { stories, comments, pictures } = gone;
    say(gone, `Took away ${stories} stories, ${comments} comments and ${pictures} pictures.`);
    return;
  }
  const added = orRefused(await addSample());
  say(added, `Added a sample newsroom with ${added.stories} stories.`);
}
