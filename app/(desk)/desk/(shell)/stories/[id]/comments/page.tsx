import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty } from '#components/controls/empty.tsx';
import { FreshOnReturn } from '#components/controls/fresh.tsx';
import { Pager } from '#components/pager.tsx';
import { AnswerableComment } from '#features/comments/components/answerable.tsx';
import { discussionInDesk } from '#features/comments/desk.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { directionOf } from '#lib/dates.ts';
import { deskDiscussionPath, deskStoryPath, href, pageNumber } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'What readers say' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ page?: string }> };

/** For the authors of a story, who do not moderate, as much as for those who do. */
export default async function DiscussionPage({ params, searchParams }: Props) {
  const staff = await requireStaff();
  const { id } = await params;
  const page = pageNumber((await searchParams).page);
  const found = page ? await discussionInDesk(staff, id, page) : null;
  if (!found?.ok) notFound();
  const { headline, path, language, comments, mayAnswer, whyNoPick, open, ...shown } = found.value;
  const { timeZone } = await siteSettings();
  return (
    <>
      <FreshOnReturn />
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="text-title">
          What readers say to{' '}
          <span lang={language} dir={directionOf(language)}>
            “{headline}”
          </span>
        </h1>
        <p className="flex gap-4">
          <a href={deskStoryPath(id)} className="link">
            To the editor
          </a>
          <a href={`${href(path)}#comments`} className="link" target="_blank" rel="noopener">
            As readers see it
          </a>
        </p>
      </div>
      {!open && <p className="notice">Comments are closed: nobody can answer.</p>}
      {comments.length === 0 ? (
        <Empty title="Nothing yet">
          <p className="text-soft">What a moderator has approved is listed here.</p>
        </Empty>
      ) : (
        <ol className="queue">
          {comments.map((comment) => (
            <li key={comment.id}>
              <AnswerableComment
                comment={comment}
                storyId={id}
                timeZone={timeZone}
                mayAnswer={mayAnswer && open}
                whyNoPick={whyNoPick}
              />
            </li>
          ))}
        </ol>
      )}
      <Pager
        page={shown.page}
        pages={shown.pages}
        pathOf={(number) => deskDiscussionPath(id, number)}
      />
    </>
  );
}
