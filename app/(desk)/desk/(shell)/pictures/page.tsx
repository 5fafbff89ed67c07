import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty } from '#components/controls/empty.tsx';
import { Pager } from '#components/pager.tsx';
import { LibraryGrid } from '#features/media/components/library.tsx';
import { LibraryFilter } from '#features/media/components/library-filter.tsx';
import { UploadMany } from '#features/media/components/upload-many.tsx';
import { LibraryQuery } from '#features/media/input.ts';
import { can } from '#features/media/policy.ts';
import { pictureLibrary } from '#features/media/queries.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { deskPicturesPath, pageNumber } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Pictures' };

export default async function PicturesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const staff = await requireStaff();
  const asked = await searchParams;
  const query = LibraryQuery.parse(asked);
  const library = pageNumber(asked.page) ? await pictureLibrary(staff, query) : null;
  if (!library?.ok || query.page > library.value.pages) notFound();
  const { pictures, pages, total } = library.value;
  const looking = query.q !== '' || query.show !== 'all';
  const { timeZone } = await siteSettings();
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-title">Pictures</h1>
        <p className="text-soft tabular-nums">
          {new Intl.NumberFormat('en').format(total)} {total === 1 ? 'picture' : 'pictures'}
        </p>
      </div>
      {can(staff, 'add').ok && <UploadMany />}
      {(total > 0 || looking) && <LibraryFilter query={query} />}
      {pictures.length > 0 && <LibraryGrid pictures={pictures} timeZone={timeZone} />}
      {pictures.length === 0 && (looking ? <NothingLikeThat /> : <NoPictures />)}
      <Pager
        page={query.page}
        pages={pages}
        pathOf={(page) => deskPicturesPath(page, { q: query.q, show: query.show })}
      />
    </>
  );
}

function NothingLikeThat() {
  return (
    <Empty title="Nothing like that">
      <p className="text-soft">No picture has these words and stands so.</p>
      <a href={deskPicturesPath()} className="button">
        Show all pictures
      </a>
    </Empty>
  );
}

function NoPictures() {
  return (
    <Empty title="No pictures yet">
      <p className="text-soft">
        A picture is taken in once, with what it shows and who made it, and then used in as many
        stories as you like. Where it was taken and with which camera does not go out.
      </p>
    </Empty>
  );
}
