import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { HoldNotice, LawLink } from '#features/law/components/notice.tsx';
import { lawOf } from '#features/law/queries.ts';
import { EndRights } from '#features/media/components/end-rights.tsx';
import { FocalField } from '#features/media/components/focal-field.tsx';
import { Likenesses } from '#features/media/components/likenesses.tsx';
import { PictureForm } from '#features/media/components/picture-form.tsx';
import { can } from '#features/media/policy.ts';
import { pictureDetails } from '#features/media/queries.ts';
import type { PictureDetails } from '#features/media/views.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { ReplaceEverywhere } from '#features/uses/components/replace.tsx';
import { UsedIn } from '#features/uses/components/used-in.tsx';
import { usesOf } from '#features/uses/queries.ts';
import { dateAndTime } from '#lib/dates.ts';
import { deskPicturesPath, originalPath, pictureLawPath } from '#lib/paths.ts';

type Params = { params: Promise<{ id: string }> };

const titleOf = (picture: PictureDetails) =>
  picture.caption || picture.alt || picture.name || 'A picture without words';

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const picture = await pictureDetails(await requireStaff(), (await params).id);
  return { title: picture.ok ? titleOf(picture.value) : 'Not here' };
}

export default async function PicturePage({ params }: Params) {
  const staff = await requireStaff();
  const { id } = await params;
  const found = await pictureDetails(staff, id);
  const uses = await usesOf(staff, id);
  if (!found.ok || !uses.ok) notFound();
  const picture = found.value;
  const { timeZone } = await siteSettings();
  const law = await lawOf(staff, 'picture', { id });
  const style = { timeZone, language: 'en' };
  return (
    <>
      <p>
        <a href={deskPicturesPath()} className="link">
          All pictures
        </a>
      </p>
      <h1 className="text-title line-clamp-2">{titleOf(picture)}</h1>
      <HoldNotice law={law} />
      {picture.ended && picture.until && (
        <p className="notice notice-problem">
          Readers have not seen it since {dateAndTime(picture.until, style)}. The stories stand
          without it.
        </p>
      )}
      <div className="picture-page">
        <div className="grid content-start gap-8">
          <FocalField picture={picture} />
          <section aria-labelledby="file" className="grid gap-2">
            <h2 id="file" className="text-lg font-semibold">
              File
            </h2>
            <p className="text-soft tabular-nums">
              {picture.name && `${picture.name}, `}
              {picture.width} × {picture.height}, {megabytes(picture.byteLength)}, added{' '}
              {dateAndTime(picture.createdAt, style)}
            </p>
            <p>
              <a href={originalPath(id)} className="link" download>
                The original, as it came
              </a>
            </p>
            <Likenesses likenesses={picture.likenesses} />
          </section>
        </div>
        <div className="grid content-start gap-8">
          <PictureForm picture={picture} timeZone={timeZone} />
          <UsedIn uses={uses.value} />
          <div className="flex flex-wrap gap-3">
            {can(staff, 'replace').ok && (
              <ReplaceEverywhere pictureId={id} stories={uses.value.total} />
            )}
            {picture.mayChange && !picture.ended && <EndRights id={id} />}
            <LawLink law={law} to={pictureLawPath(id)} />
          </div>
        </div>
      </div>
    </>
  );
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1_000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
