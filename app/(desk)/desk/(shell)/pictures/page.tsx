import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty } from '#components/controls/empty.tsx';
import { Pager } from '#components/pager.tsx';
import { AddToLibrary, LibraryGrid } from '#features/media/components/library.tsx';
import { can } from '#features/media/policy.ts';
import { pictureLibrary } from '#features/media/queries.ts';
import { requireStaff } from '#features/people/session.ts';
import { deskPicturesPath, pageNumber } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Pictures' };

export default async function PicturesPage({
  searchParams,
}: {
  searchParams: Promise<{ page?: string }>;
}) {
  const staff = await requireStaff();
  const page = pageNumber((await searchParams).page);
  const library = page ? await pictureLibrary(staff, { page }) : null;
  if (!page || !library?.ok || page > library.value.pages) notFound();
  const { pictures, pages } = library.value;
  return (
    <>
      <h1 className="text-title">Pictures</h1>
      {can(staff, 'add').ok && <AddToLibrary />}
      {pictures.length > 0 ? (
        <LibraryGrid pictures={pictures} />
      ) : (
        <Empty title="No pictures yet">
          <p className="text-soft">
            A picture is taken in once, with what it shows and who made it, and then used in as many
            stories as you like. What the camera wrote into it does not go out.
          </p>
        </Empty>
      )}
      <Pager page={page} pages={pages} pathOf={deskPicturesPath} />
    </>
  );
}
