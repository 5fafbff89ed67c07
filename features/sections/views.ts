export type SectionView = {
  id: string;
  slug: string;
  name: string;
  description: string;
  path: string;
};
