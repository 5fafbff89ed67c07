import { compareBodies } from '#features/stories/compare.ts';
import { Comparison } from '#features/stories/components/comparison/comparison.tsx';
import { compareFields } from '#features/stories/components/comparison/fields.ts';
import type { RevisionText } from '#features/stories/views.ts';

type Props = { before: RevisionText; after: RevisionText; language: string };

/** What changed from one revision to another, in the fields and in the text. */
export function TwoRevisions({ before, after, language }: Props) {
  const fields = compareFields(before.fields, after.fields, language);
  const pairs = compareBodies(before.body, after.body, language);
  const changed = pairs.filter((pair) => pair.kind !== 'same').length;
  const titles = [`Revision ${before.number}`, `Revision ${after.number}`] as const;
  return (
    <section aria-labelledby="comparison" className="grid gap-2">
      <h2 id="comparison" className="text-lg font-semibold">
        From revision {before.number} to revision {after.number}
      </h2>
      <p className="text-soft">{summary(fields.length, changed)}</p>
      {(fields.length > 0 || changed > 0) && (
        <Comparison
          caption={`What changed from revision ${before.number} to revision ${after.number}`}
          kind="versions"
          titles={titles}
          fields={fields}
          pairs={pairs}
          language={language}
        />
      )}
    </section>
  );
}

function summary(fields: number, blocks: number): string {
  if (fields + blocks === 0) return 'They say the same.';
  const parts = [
    fields > 0 && `${fields} ${fields === 1 ? 'field' : 'fields'}`,
    blocks > 0 && `${blocks} ${blocks === 1 ? 'block' : 'blocks'} of the text`,
  ];
  return `Different in ${parts.filter(Boolean).join(' and ')}.`;
}
