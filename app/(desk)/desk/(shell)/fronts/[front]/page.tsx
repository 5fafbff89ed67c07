import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FrontTabs } from '#app/(desk)/desk/(shell)/fronts/tabs.tsx';
import { FreshOnReturn } from '#components/controls/fresh.tsx';
import { FrontDeskScreen } from '#features/fronts/components/desk/front-desk.tsx';
import { deskFronts, frontDesk } from '#features/fronts/desk.ts';
import { canBreak } from '#features/fronts/policy.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { href } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Fronts' };

export default async function FrontPage({ params }: { params: Promise<{ front: string }> }) {
  const staff = await requireStaff();
  const desk = await frontDesk(staff, decodeURIComponent((await params).front));
  if (!desk.ok) notFound();
  const { front, name, number, publicPath } = desk.value;
  const { timeZone } = await siteSettings();
  return (
    <>
      <FreshOnReturn />
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-title">Front: {name}</h1>
        <a href={href(publicPath)} className="link">
          See it as readers do
        </a>
      </div>
      <FrontTabs fronts={await deskFronts(staff)} open={front} mayBreak={canBreak(staff).ok} />
      <FrontDeskScreen key={`${front} ${number}`} first={desk.value} timeZone={timeZone} />
    </>
  );
}
