import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { SectionFront } from '#app/(site)/frame/section-front.tsx';
import { plain } from '#app/(site)/params.ts';
import { FrontPage } from '#features/fronts/components/front.tsx';
import { frontPreview } from '#features/fronts/preview.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { dateAndTime, momentsIn } from '#lib/dates.ts';

export const metadata: Metadata = { title: 'Preview of a front' };

type Props = {
  params: Promise<{ front: string }>;
  searchParams: Promise<{ at?: string; pins?: string }>;
};

/** A front in readers' own type and frame, as it will be at a moment. Links open in a new window. */
export default async function FrontPreviewPage({ params, searchParams }: Props) {
  const staff = await requireStaff();
  const { timeZone } = await siteSettings();
  const { at, pins } = await searchParams;
  const preview = await frontPreview(staff, plain((await params).front), {
    at: typeof at === 'string' ? (momentsIn(at, timeZone)?.[0] ?? null) : null,
    pins: typeof pins === 'string' ? pins : undefined,
  });
  if (!preview.ok) notFound();
  const { at: moment, front, section, rest, breaking } = preview.value;
  const when = dateAndTime(moment, { timeZone, language: 'en' });
  return (
    <>
      <base target="_blank" />
      <aside aria-label="Preview" className="preview-bar" lang="en" dir="ltr">
        Preview as of {when}. Readers do not see this page.
      </aside>
      {section ? (
        <SectionFront
          breaking={breaking}
          pages={1}
          rest={rest}
          section={section}
          timeZone={timeZone}
          today={moment}
          top={front}
        />
      ) : (
        <Frame breaking={breaking} day={moment}>
          <FrontPage front={front} timeZone={timeZone} today={moment} />
        </Frame>
      )}
    </>
  );
}
