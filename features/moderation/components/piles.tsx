'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useNews } from '#features/moderation/components/use-news.ts';
import { COUNTED, type News, type Pile } from '#features/moderation/views.ts';
import { deskCommentsPath } from '#lib/paths.ts';

const NAMES: Record<Pile, string> = {
  waiting: 'Waiting',
  reported: 'Reported',
  held: 'Held',
  spam: 'Spam',
  appeals: 'Appeals',
  all: 'All',
};

type Props = { pile: Pile; news: News };

/**
 * The piles, with how much lies on each while somebody looks. What is new comes to the end of a pile
 * that is worked off from its beginning; elsewhere it would move what is being read, and waits for a
 * click.
 */
export function Piles({ pile, news }: Props) {
  const router = useRouter();
  const [fresh, setFresh] = useState(false);
  const endless = pile === 'all' || pile === 'spam';
  const { counts } = useNews(news, () => (endless ? setFresh(true) : router.refresh()));
  return (
    <>
      <nav aria-label="Lists of comments">
        <ul className="tabs">
          {(Object.keys(NAMES) as Pile[]).map((one) => (
            <li key={one}>
              <a
                href={deskCommentsPath({ pile: one })}
                aria-current={one === pile ? 'page' : undefined}
              >
                {NAMES[one]} <span className="tabular-nums">{said(counts[one])}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div role="status" className="said">
        {fresh && (
          <p className="notice">
            Something is new.{' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                setFresh(false);
                router.refresh();
              }}
            >
              Show it
            </button>
          </p>
        )}
      </div>
    </>
  );
}

const said = (count: number) => (count >= COUNTED ? `${COUNTED}+` : String(count));
