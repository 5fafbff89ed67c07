import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Holds } from '#features/law/components/holds.tsx';
import { Redact } from '#features/law/components/redact.tsx';
import { lawOf } from '#features/law/queries.ts';
import { pictureDetails } from '#features/media/queries.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { usesOf } from '#features/uses/queries.ts';
import { deskPicturePath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Hold or redact' };

export default async function PictureLawPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff();
  const { id } = await params;
  const picture = await pictureDetails(staff, id);
  const uses = await usesOf(staff, id);
  if (!picture.ok || !uses.ok) notFound();
  const law = await lawOf(staff, 'picture', { id });
  const { alt, caption } = picture.value;
  const { total } = uses.value;
  const gone = [
    'The file as it came and everything that was made of it; the same file under another name too.',
    'Its alt text, caption and credits, also where stories say something else of it.',
    total === 1 ? 'One story goes on without it.' : `${total} stories go on without it.`,
  ];
  return (
    <>
      <h1 className="text-title">
        Hold or redact the picture <bdi>{alt || caption}</bdi>
      </h1>
      <p>
        <a href={deskPicturePath(id)} className="link">
          Back to the picture
        </a>
      </p>
      <Holds noun="picture" thingId={id} law={law} timeZone={(await siteSettings()).timeZone} />
      <Redact noun="picture" id={id} verdict={law.redact} gone={gone} />
    </>
  );
}
