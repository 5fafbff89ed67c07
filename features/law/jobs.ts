import { scrubStore } from '#db/store.ts';
import { removeFiles } from '#features/media/redaction.ts';
import { scrubIndex } from '#features/search/jobs.ts';

/**
 * What is left to do after something was redacted: its files, and what the search index and the
 * database keep of overwritten words. Any number of times.
 */
export async function finishRedaction({ files }: { files: readonly string[] }): Promise<void> {
  await removeFiles(files);
  await scrubIndex();
  await scrubStore();
}
