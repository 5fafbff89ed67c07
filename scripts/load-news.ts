import { Command } from 'commander';
import { run } from '#scripts/commands/run.ts';
import { loadStories } from '#scripts/news/load.ts';
import { readNews } from '#scripts/news/reading.ts';

/** Real stories for the pages to be looked at with. They are nobody's here: nothing is committed. */
await run(
  new Command('load-news')
    .description('load the stories of wikinews/en.json, wikinews/fr.json and seed-story.txt')
    .argument('<folder>', 'where these files are')
    .option('--json', 'print the result as JSON')
    .action(async (folder: string, { json }: { json?: boolean }) => {
      const news = readNews(folder);
      const result = await loadStories(news);
      const { loaded, known } = result;
      console.log(
        json ? JSON.stringify(result) : `Loaded ${loaded} stories; ${known} were here already.`,
      );
    }),
);
