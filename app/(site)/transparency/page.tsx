import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { TransparencyTables } from '#features/moderation/components/transparency.tsx';
import { decisionCounts } from '#features/moderation/counting.ts';
import { HOUSE_RULES } from '#features/screening/rules.ts';
import { site } from '#features/site/queries.ts';
import { env } from '#lib/env.ts';
import { absolute, transparencyCsvPath, transparencyPath } from '#lib/paths.ts';

const ABOUT =
  'How comments are moderated here, in numbers: by rule and outcome, of the last twelve months.';

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await site();
  return {
    title: `How comments are moderated – ${name}`,
    description: ABOUT,
    alternates: { canonical: absolute(env().siteUrl, transparencyPath()) },
  };
}

export default async function TransparencyPage() {
  const rows = await decisionCounts();
  const { language } = await site();
  return (
    <Frame>
      <div className="listing transparency">
        <header className="list-head">
          <h1>How comments are moderated</h1>
          <p className="standfirst">{ABOUT}</p>
          <p className="meta">
            To the end of yesterday.{' '}
            <a className="linked" href={transparencyCsvPath()}>
              The same by month, as CSV
            </a>
          </p>
        </header>
        <TransparencyTables rows={rows} language={language} />
        <section aria-labelledby="house-rules">
          <h2 id="house-rules">The rules</h2>
          <dl className="house-rules">
            {HOUSE_RULES.map(({ rule, name, words }) => (
              <div key={rule}>
                <dt>{name}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <p className="meta">
            Whoever was rejected reads the rule and the reason behind the own link, and can appeal
            once. Somebody else than who rejected the comment answers. What depends on who wrote is
            not counted here, because a number that moves would tell something about one person.
          </p>
        </section>
      </div>
    </Frame>
  );
}
