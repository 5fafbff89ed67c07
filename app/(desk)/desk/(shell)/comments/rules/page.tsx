import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { moderatedSections } from '#features/comments/policy.ts';
import { requireStaff } from '#features/people/session.ts';
import { RulesForm } from '#features/screening/components/rules-form.tsx';
import { rulesAt } from '#features/screening/desk.ts';
import { sectionList } from '#features/sections/queries.ts';
import { commentRulesPath, deskCommentsPath, href } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Rules for comments' };

type Asked = { section?: string; story?: string };

/** What is asked of comments: of the whole site, of each section, of the story that somebody came from. */
export default async function CommentRulesPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const staff = await requireStaff();
  if (moderatedSections(staff).length === 0) notFound();
  const { section, story } = await searchParams;
  const rules = await rulesAt(staff, { section, story });
  if (!rules.ok) notFound();
  const { of, id, title, path } = rules.value;
  const places = [
    { at: commentRulesPath(), name: 'The whole site', here: of === 'site' },
    ...(await sectionList()).map((one) => ({
      at: commentRulesPath({ section: one.id }),
      name: one.name,
      here: of === 'section' && id === one.id,
    })),
  ];
  return (
    <>
      <h1 className="text-title">Rules for comments</h1>
      <p>
        <a href={deskCommentsPath()} className="link">
          Back to the comments
        </a>
      </p>
      <nav aria-label="Places">
        <ul className="tabs">
          {places.map(({ at, name, here }) => (
            <li key={at}>
              <a href={at} aria-current={here ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2 className="text-lg font-semibold" dir="auto">
        {path && of === 'story' ? (
          <a href={href(path)} className="link" target="_blank" rel="noopener">
            {title}
          </a>
        ) : (
          title
        )}
      </h2>
      <RulesForm key={`${of} ${id}`} rules={rules.value} />
    </>
  );
}
