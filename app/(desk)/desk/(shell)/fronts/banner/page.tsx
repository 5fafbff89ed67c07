import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FrontTabs } from '#app/(desk)/desk/(shell)/fronts/tabs.tsx';
import { FreshOnReturn } from '#components/controls/fresh.tsx';
import { BannerForm, EndBanner } from '#features/fronts/components/desk/banner-form.tsx';
import { bannerDesk, deskFronts } from '#features/fronts/desk.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { now } from '#lib/clock.ts';
import { dateAndTime, localTime } from '#lib/dates.ts';
import { deskStoryPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Breaking banner' };

const TWO_HOURS_MS = 2 * 3_600_000;

export default async function BannerPage() {
  const staff = await requireStaff();
  const banner = await bannerDesk(staff);
  if (!banner.ok) notFound();
  const { timeZone } = await siteSettings();
  const style = { timeZone, language: 'en' };
  const standing = banner.value;
  return (
    <>
      <FreshOnReturn />
      <h1 className="text-title">Breaking banner</h1>
      <FrontTabs fronts={await deskFronts(staff)} open="banner" mayBreak />
      {standing ? (
        <section aria-labelledby="standing" className="grid max-w-prose gap-3">
          <h2 id="standing" className="text-lg font-semibold">
            On every page now
          </h2>
          <p className="breaking-now" dir="auto">
            {standing.text}
          </p>
          <p className="text-soft">
            {standing.storyId && (
              <>
                Leads to{' '}
                <a href={deskStoryPath(standing.storyId)} className="link" dir="auto">
                  {standing.headline || 'its story'}
                </a>
                .{' '}
              </>
            )}
            Set by {standing.by}, {dateAndTime(standing.at, style)}. Ends{' '}
            {dateAndTime(standing.endsAt, style)}.
          </p>
          <EndBanner id={standing.id} />
        </section>
      ) : (
        <p className="text-soft">
          No banner stands now. One sentence is shown above every page of the site until its end.
        </p>
      )}
      <section aria-labelledby="set" className="grid gap-3 border-t-2 border-strong-rule pt-4">
        <h2 id="set" className="text-lg font-semibold">
          {standing ? 'Set another in its place' : 'Set the banner'}
        </h2>
        <BannerForm
          key={standing?.id ?? 'none'}
          instead={standing?.id ?? ''}
          endsAt={localTime(new Date(now().getTime() + TWO_HOURS_MS), timeZone)}
          timeZone={timeZone}
        />
      </section>
    </>
  );
}
